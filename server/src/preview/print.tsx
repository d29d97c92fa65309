/** @jsxRuntime automatic @jsxImportSource preact */
import { render } from 'preact-render-to-string';
import type { Plan } from '../plan/plan.ts';
import { Sheet } from './page.tsx';
import { css } from './page-css.ts';
import { viewOf } from './view.ts';

/** The plan as one HTML file that needs no script, no network and no other file: to mail, to keep, to print. */
export function staticPage(plan: Plan): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{plan.title}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <Sheet view={viewOf(plan, false)} />
      </body>
    </html>
  );
  return `<!doctype html>\n${render(page)}\n`;
}
