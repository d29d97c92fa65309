import { inset, lineStyles } from './map-text.ts';

/** The type of a card's lines, from the numbers that its height was reckoned with. */
const lines = Object.entries(lineStyles)
  .map(([kind, { size, height, rows, after }]) => {
    const type = `font-size: ${size}px; line-height: ${height}px; -webkit-line-clamp: ${rows}; max-height: ${rows * height}px;`;
    return `  .line.${kind} { ${type} margin-bottom: ${after}px; }`;
  })
  .join('\n');

/** The trace map and the table behind it. */
export const mapCss = `
  .map-box { overflow-x: auto; margin: 0 -4px; padding: 4px; border-radius: 4px; }
  /* Where the map is wider than the page it fades out on the side on which there is more of it. */
  @supports (animation-timeline: scroll()) {
    .map-box { animation: more step-end both; animation-timeline: scroll(self inline); }
  }
  @keyframes more {
    0% { mask-image: linear-gradient(to left, transparent, #000 44px); }
    1% { mask-image: linear-gradient(to left, transparent, #000 44px, #000 calc(100% - 44px), transparent); }
    100% { mask-image: linear-gradient(to right, transparent, #000 44px); }
  }
  .map .note + .map-box { margin-top: 8px; }
  .map-drawing { display: block; font-family: inherit; }
  .layer { fill: var(--muted); font-size: 12px; font-weight: 600; }
  .lane rect { fill: var(--band); stroke: var(--rule); stroke-width: 1px; }
  .lane text { fill: var(--muted); font-size: 11.5px; }
  .lane.front text { fill: var(--ink); font-weight: 600; }
  .lane.front rect { stroke: var(--frame); }

  .edge { fill: none; stroke: var(--line); stroke-width: 1.25px; }
  .edge.hole, .edge.unknown { stroke: var(--hole); stroke-width: 1.5px; stroke-dasharray: 6 4; }
  .edge.justified { stroke: var(--ok); stroke-width: 2px; stroke-dasharray: 0.1 5; stroke-linecap: round; }
  .edge.on-path { stroke: var(--lit); stroke-width: 2.75px; }

  .card, button.source.card {
    display: block; width: 100%; height: 100%; margin: 0; padding: ${inset.y - 1}px ${inset.x - 1}px; overflow: hidden;
    border: 1px solid var(--frame); border-radius: 6px; background: var(--paper); color: var(--ink);
    text-align: left; vertical-align: top; white-space: normal;
  }
  button.source.card { display: flex; flex-direction: column; justify-content: flex-start; align-items: stretch; }
  button.source.card:hover { border-color: var(--lit); text-decoration: none; }
  .card.hole, button.source.card.hole { border: 1px dashed var(--hole); }
  .card.justified, button.source.card.justified { border: 2px dotted var(--ok); padding: ${inset.y - 2}px ${inset.x - 2}px; }
  .card.on-path, button.source.card.on-path { border-color: var(--lit); box-shadow: inset 0 0 0 1px var(--lit); }
  .card.focus, button.source.card.focus {
    border-color: var(--lit); box-shadow: inset 0 0 0 2px var(--lit); background: color-mix(in srgb, var(--lit) 10%, var(--paper));
  }
  button.source.card:focus-visible, button.source.in-map:focus-visible { outline-offset: -3px; }
  .card.dropped .title { text-decoration: line-through; }
  .card.draft .title { font-style: italic; }
  .line { display: -webkit-box; -webkit-box-orient: vertical; flex: none; overflow: hidden; }
${lines}
  .line.tag { white-space: nowrap; }
  .line.title { font-weight: 600; }
  .line.text, .line.reason { color: var(--muted); }
  .line.reason { font-style: italic; }
  .line.lack { align-self: flex-start; width: fit-content; padding: 0 6px; outline: 1px dashed var(--hole); outline-offset: -1px; border-radius: 3px; }
  .gap.in-map, button.source.gap.in-map {
    display: block; width: 100%; height: 100%; padding: 3px 10px; overflow: hidden; background: var(--band);
    font-size: 12px; line-height: 18px; text-align: left; text-overflow: ellipsis; white-space: nowrap; border-radius: 6px;
  }
  .gap.in-map.on-path { border-color: var(--lit); }

  .trace-table { margin-top: 14px; font-size: 12.5px; }
  .trace-table summary { width: fit-content; cursor: pointer; color: var(--muted); }
  .table-box { overflow-x: auto; margin-top: 8px; }
  .trace-table table { border-collapse: collapse; min-width: 900px; }
  .trace-table :is(th, td) { padding: 5px 14px 5px 0; border-top: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
  .trace-table thead th { border-top: 0; color: var(--muted); font-weight: 600; }
  .trace-table tbody th { font-weight: 600; }
`;
