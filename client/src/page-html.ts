import { randomBytes } from 'node:crypto';
import { l10n, Uri } from 'vscode';
import type { Webview } from 'vscode';
import { css } from '../../server/src/preview/page-css.ts';

/** The empty page that the plan is drawn into. Only our own script and style run in it, and it reaches no network. */
export function pageHtml(webview: Webview, dist: Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'panel.js')).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Plan')}</title>
<style nonce="${nonce}">${css}</style>
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
