/** The parts in words: header, one page, findings, legend. */
export const partsCss = `
  .banner {
    position: sticky; top: 6px; z-index: 1; margin: 0 0 16px; padding: 10px 14px; border: 1px solid var(--frame); border-left: 4px double var(--warn); border-radius: 4px;
    background: color-mix(in srgb, var(--warn) 9%, var(--paper));
  }

  .stale :is(h1, h4, .approach, .intent p, .saying p, .non-goals) { color: var(--muted); }

  .documents ul { display: flex; flex-wrap: wrap; gap: 2px 8px; font-size: 12px; color: var(--muted); }
  .documents li { display: flex; align-items: baseline; }
  .documents li + li::before { content: "·"; padding-right: 8px; }
  .documents li.child::before { content: "›"; }
  .documents .front .source { color: var(--ink); font-weight: 600; }
  .documents .tag { margin-left: 6px; }

  .top { padding-bottom: 18px; }
  .top .bites { margin-top: 8px; }
  .top-columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px 40px; margin-top: 14px; }
  .overline { color: var(--muted); font-size: 12px; letter-spacing: 0.02em; }
  h1 { font-size: clamp(20px, 2.6vw + 10px, 30px); line-height: 1.2; letter-spacing: -0.012em; }
  :is(h1, .documents) .source.focus { background: none; }
  h1 .source.focus { border-radius: 0; box-shadow: -6px 0 0 var(--paper), -9px 0 0 var(--lit); }
  .documents .source.focus { box-shadow: none; }
  h1.draft, .item.draft h4 .source { font-style: italic; }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 24px; margin-top: 8px !important; font-size: 13px; }
  .facts div { display: flex; gap: 6px; }
  .facts dt, .term, .trace dt { color: var(--muted); font-weight: 400; }
  .coverage { align-self: end; font-size: 13px; font-variant-numeric: tabular-nums; }
  .coverage .count { font-weight: 600; line-height: 1.35; }
  .coverage .bar + .count { margin-top: 8px; }
  .bar { display: block; width: 100%; height: 8px; margin-top: 4px; overflow: visible; }
  .bar rect { stroke: var(--line); stroke-width: 1px; vector-effect: non-scaling-stroke; fill: none; }
  .bar .ok { fill: var(--ok); stroke: var(--ok); }
  .bar .hole { stroke: var(--hole); stroke-dasharray: 4 3; stroke-width: 1.5px; }
  .bar .justified { stroke: var(--ok); stroke-dasharray: 1 3; stroke-width: 1.5px; }
  @media (min-width: 720px) {
    .top-columns { grid-template-columns: minmax(0, 1fr) 300px; }
  }

  .part { padding: 20px 0 8px; border-top: 1px solid var(--rule); }
  .part + .part { margin-top: 20px; }
  h2 { margin-bottom: 12px !important; font-size: 17px; line-height: 1.3; letter-spacing: -0.005em; }
  h3 { margin-bottom: 6px !important; font-size: 12px; line-height: 1.4; color: var(--muted); letter-spacing: 0.01em; }
  h4 { display: inline; font-size: 15px; line-height: 1.35; }
  .note, .left-out, .from, .when, .owner, .by { color: var(--muted); font-size: 12.5px; }
  .note, .left-out { margin-top: 8px !important; }

  .saying { max-width: 76ch; }
  .vision p { color: var(--muted); }
  .intent { max-width: 62em; }
  .intent p { font-size: clamp(17px, 0.9vw + 11px, 21px); line-height: 1.35; font-weight: 500; text-wrap: pretty; letter-spacing: -0.005em; }
  .vision + .intent, .saying + .two, .two { margin-top: 14px; }
  .two { display: grid; gap: 14px 40px; }
  .non-goals li { display: grid; grid-template-columns: 20px minmax(0, 1fr); }
  .non-goals li::before { content: "—"; color: var(--muted); }
  .non-goals li > * { grid-column: 2; justify-self: start; }
  @media (min-width: 700px) {
    .two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }

  .group { margin-top: 22px; }
  h2 + .courses > .group:first-child, h2 + .group { margin-top: 0; }
  .courses { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 40px; align-items: start; }
  @media (min-width: 960px) {
    .courses:has(> .group + .group) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    h2 + .courses > .group { margin-top: 0; }
  }
  .item { padding: 10px 0 12px; border-top: 1px solid var(--rule); }
  .item.hole, .item.justified { padding-left: 14px; border-left: 2px dashed var(--hole); }
  .item.justified { border-left: 2px dotted var(--ok); }
  .item.dropped h4 { text-decoration: line-through; }
  .item-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
  .item p, .item dl, .item ul { margin-top: 4px; }
  .approach { max-width: 76ch; }
  .references { font-size: 13px; line-height: 1.6; }
  .references > *, .references > button.source { margin-right: 10px; }
  .references .reference:has(+ .reference)::after { content: " ·"; color: var(--muted); display: inline-block; padding-left: 10px; }
  .trace .references { margin: 0; }
  button.source.reference { color: var(--link); }
  .trade-offs { display: flex; gap: 10px; margin-top: 4px; font-size: 13px; }
  .term { flex: none; }
  .trade-offs ul { display: flex; flex-wrap: wrap; gap: 0 12px; margin: 0; }
  .trade-offs li:not(:last-child)::after { content: "·"; padding-left: 12px; color: var(--muted); }
  .reason { color: var(--muted); font-style: italic; font-size: 13px; }

  .objective p, .own-objective { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 14px; margin: 0 !important; }
  .objectives > li { padding: 4px 0; }
  .objectives > li + li { border-top: 1px dotted var(--rule); }
  .objective .numbers, .own-objective .numbers { font-weight: 600; font-variant-numeric: tabular-nums; }

  .tactics { counter-reset: tactic; }
  .tactics > li { position: relative; padding-left: 30px; counter-increment: tactic; }
  .tactics > li::before {
    content: counter(tactic); position: absolute; left: 0; top: 10px;
    color: var(--muted); font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums;
  }
  .trace { display: grid; gap: 2px 24px; font-size: 13px; }
  .trace div { display: flex; gap: 8px; min-width: 0; }
  .trace dt { flex: none; min-width: 4.6em; font-size: 12px; line-height: 1.6; }
  .trace dd { min-width: 0; }
  @media (min-width: 820px) {
    .trace { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .trace div { display: block; }
    .trace dt { line-height: 1.4; }
  }

  .tags { display: inline-flex; flex-wrap: wrap; gap: 0 10px; }
  .tag { font-size: 12px; font-weight: 400; font-style: normal; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .mark { font-weight: 700; text-decoration: none; }
  .ok > .mark, .mark.ok, .on-track > .mark, .mark.on-track, .justified > .mark, .mark.justified { color: var(--ok); }
  .tag.hole > .mark, .mark.hole, .tag.unknown > .mark, .mark.unknown, .off-track > .mark, .mark.off-track { color: var(--hole); }
  .error .mark, .mark.error { color: var(--hole); }
  .warning .mark, .mark.warning, .at-risk > .mark, .mark.at-risk { color: var(--warn); }
  .info .mark, .mark.info { color: var(--info); }
  .no-data > .mark, .mark.no-data, .stale > .mark, .mark.stale, .draft > .mark { color: var(--muted); }

  .gap {
    display: inline-block; padding: 0 7px; border: 1.5px dashed var(--hole); border-radius: 3px;
    color: var(--ink); font-size: 12.5px; line-height: 1.5;
  }
  button.source.gap { display: inline-block; padding: 0 7px; border: 1.5px dashed var(--hole); font-size: 12.5px; }
  .gap.justified, button.source.gap.justified { border: 2px dotted var(--ok); }
  .gap.ok { border-color: var(--line); }

  .bites { margin-top: 5px; font-size: 13px; }
  .bites li { padding: 1px 0; max-width: 90ch; }
  .bites .source, .bites button.source { display: block; padding-left: 18px; }
  .bites .mark { float: left; width: 18px; margin-left: -18px; font-size: 0.82em; line-height: 1.83; }
  .finding-list li {
    display: grid; grid-template-columns: 5.2em minmax(0, 1fr); gap: 0 14px; align-items: baseline;
    padding: 5px 0; border-top: 1px solid var(--rule);
  }
  .finding-list li > code { grid-column: 2; }
  .findings .note + .finding-list { margin-top: 8px; }
  @media (min-width: 860px) {
    .finding-list li { grid-template-columns: 5.2em minmax(0, 1fr) 17em; }
    .finding-list li > code { grid-column: 3; }
  }

  .legend dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(290px, 100%), 1fr)); gap: 5px 28px; font-size: 12.5px; }
  .legend dl > div { display: flex; gap: 12px; align-items: baseline; }
  .legend dt { flex: none; min-width: 6.5em; display: flex; gap: 8px; align-items: center; }
  .legend dd { color: var(--muted); }
  .stroke { flex: none; }
  footer { margin-top: 26px; padding-top: 10px; border-top: 1px solid var(--rule); color: var(--muted); font-size: 12px; }
`;
