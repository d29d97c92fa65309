/**
 * The stylesheet of the page, as text: the panel writes it out or puts it under a nonce, a page on disk carries it inside.
 * Colours come from VS Code's variables; beside each stands the colour for paper and for a plain browser.
 */
import { mapCss } from './map-css.ts';
import { partsCss } from './parts-css.ts';
import { printCss } from './print-css.ts';

const light = `
    --f-ink: #1f2328; --f-muted: #57606a; --f-paper: #ffffff; --f-band: #f6f7f9; --f-rule: #d8dce1; --f-link: #0a57c2;
    --f-focus: #0a66d6; --f-ok: #1a7f37; --f-hole: #c3202f; --f-warn: #9a6700; --f-info: #0a66d6;`;

const dark = `
    --f-ink: #e4e6ea; --f-muted: #a3abb6; --f-paper: #1b1d21; --f-band: #24272c; --f-rule: #3b4048; --f-link: #6cb0ff;
    --f-focus: #4c9dff; --f-ok: #5fc77a; --f-hole: #ff7b7f; --f-warn: #e0b13c; --f-info: #6cb0ff;`;

const colours = `
  :root, body.vscode-light, body.vscode-high-contrast-light {${light}
  }
  @media (prefers-color-scheme: dark) {
    :root {${dark}
    }
  }
  body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) {${dark}
  }
  :root { color-scheme: light dark; }
  .plan {
    --ink: var(--vscode-editor-foreground, var(--f-ink));
    --muted: color-mix(in srgb, var(--ink) 74%, var(--paper));
    --line: color-mix(in srgb, var(--ink) 56%, var(--paper));
    --paper: var(--vscode-editor-background, var(--f-paper));
    --band: var(--vscode-sideBar-background, var(--f-band));
    --rule: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--f-rule)));
    --frame: var(--vscode-contrastBorder, var(--line));
    --link: var(--vscode-textLink-foreground, var(--f-link));
    --focus: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder, var(--f-focus)));
    --lit: var(--vscode-contrastActiveBorder, var(--vscode-textLink-foreground, var(--f-focus)));
    --ok: color-mix(in srgb, var(--vscode-charts-green, var(--f-ok)) 85%, var(--ink));
    --hole: var(--vscode-editorError-foreground, var(--f-hole));
    --warn: var(--vscode-editorWarning-foreground, var(--f-warn));
    --info: var(--vscode-editorInfo-foreground, var(--f-info));
  }
`;

const ground = `
  html, body { margin: 0; padding: 0; }
  body { background: var(--vscode-editor-background, var(--f-paper)); }
  .plan {
    box-sizing: border-box;
    max-width: 1290px;
    margin: 0 auto;
    padding: 20px 28px 32px;
    background: var(--paper);
    color: var(--ink);
    font: 400 14px/1.5 var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    overflow-wrap: anywhere;
  }
  .plan *, .plan *::before { box-sizing: border-box; }
  .plan :is(h1, h2, h3, h4, p, ul, ol, dl, dd) { margin: 0; padding: 0; }
  .plan :is(h1, h2, h3, h4) { font-weight: 650; text-wrap: balance; }
  .plan ul, .plan ol { list-style: none; }
  .plan code {
    color: var(--muted);
    background: none;
    font: 0.86em/1.4 var(--vscode-editor-font-family, ui-monospace, "SF Mono", Menlo, Consolas, monospace);
  }
  .unseen {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .source { unicode-bidi: isolate; }
  button.source {
    display: inline; margin: 0; padding: 0; border: 0; border-radius: 3px; background: none;
    color: inherit; font: inherit; text-align: inherit; text-decoration: inherit; letter-spacing: inherit;
    overflow-wrap: anywhere; white-space: normal; cursor: pointer; user-select: text;
  }
  button.source:hover { text-decoration: underline; text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
  .source:focus-visible, .map-box:focus-visible, summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  .source.focus { box-shadow: -3px 0 0 var(--lit); background: color-mix(in srgb, var(--lit) 14%, transparent); }
  @media (prefers-reduced-motion: no-preference) {
    .card, .edge { transition: border-color 120ms, stroke 120ms, stroke-width 120ms; }
  }
  /* In place of a plan, where there is none to show. */
  .hint { margin: 0; padding: 20px 28px; color: var(--vscode-editor-foreground, var(--f-ink)); font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); }
  @media (max-width: 560px) {
    .plan { padding: 14px 14px 24px; }
  }
`;

export const css =
  [colours, ground, partsCss, mapCss, printCss].map((it) => it.replace(/^ {2}/gm, '').trim()).join('\n') + '\n';
