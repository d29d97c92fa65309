/** @jsxRuntime automatic @jsxImportSource preact */
/** The preview's page: draws the plan that the host sends, and tells the host what was clicked. */
import { render } from 'preact';
import { Page } from '../../../server/src/preview/page.tsx';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { broughtUpToDate, type KeptPlan } from './plan-news.ts';
import { bringIntoSight, drawnAt } from './sight.ts';
import { zoomable } from './zoom.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): Host;

type Draw = Extract<ToPage, { kind: 'draw' }>;

start(acquireVsCodeApi(), document.getElementById('root') ?? document.body);

function start(host: Host, root: HTMLElement): void {
  const page = document.documentElement;
  const kept = host.getState();
  const zoom = zoomable(root, kept?.zoom, keep);
  let shown: Draw | undefined;
  let last: KeptPlan | undefined;
  let focus: string | undefined;
  let clicks = 0;

  addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data));
  addEventListener('scroll', () => requestAnimationFrame(keep), { passive: true });
  root.addEventListener('click', (event) => follow(event));
  root.addEventListener('keydown', (event) => {
    // A button turns Enter into a click by itself; the cards of the map are no buttons.
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) follow(event);
  });
  host.postMessage({ kind: 'ready' });

  function hear(message: ToPage): void {
    switch (message.kind) {
      case 'draw':
        draw(message);
        break;
      case 'focus':
        move(message.key, message.answers);
        break;
      case 'nothing':
        empty(message.hint);
        break;
      case 'press':
        press(message.key);
        break;
    }
  }

  function draw(next: Draw): void {
    const before = shown;
    last = broughtUpToDate(last, next.news);
    if (!last) {
      host.postMessage({ kind: 'ready' });
      return;
    }
    shown = next;
    paint(next.focus);
    if (!before) resume(next.uri);
    else if (before.uri !== next.uri) turn();
    keep();
  }

  /** The caret has moved. Its thing is brought into sight, unless it moved because of a click right here. */
  function move(key: string | undefined, answers: number | undefined): void {
    paint(key);
    const echo = answers !== undefined && answers === clicks;
    if (!echo && !page.matches(':hover')) bringIntoSight(root, key);
  }

  function paint(key: string | undefined): void {
    if (!shown || !last) return;
    focus = key;
    const { plan } = last;
    render(<Page plan={plan} stale={shown.stale} focus={focus} />, root);
    const places = root.querySelectorAll('[data-key]').length;
    host.postMessage({ kind: 'drawn', title: plan.title, places, focus });
  }

  function empty(hint: string): void {
    shown = undefined;
    render(<p class="hint">{hint}</p>, root);
  }

  function press(key: string): void {
    drawnAt(root, key)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }

  function follow(event: Event): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a[href]')?.getAttribute('href');
    const key = target?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (link && !link.startsWith('#')) {
      host.postMessage({ kind: 'link', href: link });
    } else if (key !== undefined && !link && !target?.closest('summary, input, select')) {
      clicks += 1;
      host.postMessage({ kind: 'open', key, number: clicks });
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** After a reload the reader finds the page as it was left, if it still shows the same document. */
  function resume(uri: string): void {
    if (kept?.uri === uri) page.scrollTo(kept.scroll.left, kept.scroll.top);
    else bringIntoSight(root, focus);
  }

  /** Another document begins at its top, or where its caret stands. */
  function turn(): void {
    page.scrollTop = 0;
    bringIntoSight(root, focus);
  }

  function keep(): void {
    if (!shown) return;
    host.setState({ uri: shown.uri, zoom: zoom(), scroll: { left: page.scrollLeft, top: page.scrollTop } });
  }
}
