/** Paper: black on white, one part a sheet, the map across. */
export const printCss = `
  @page { margin: 14mm 15mm; }
  @page map { size: landscape; margin: 10mm; }
  @media print {
    .plan {
      --paper: #ffffff; --ink: #111111; --band: #ffffff; --rule: #c4c8cd; --frame: #444444; --lit: #111111;
      --ok: #14692c; --hole: #a81522; --warn: #7a5200; --info: #0a4fa8; --link: #111111;
      max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4;
    }
    .plan, .banner { background: none; }
    .part { border-top: 1px solid var(--rule); }
    .part.map { page: map; break-before: page; border-top: 0; padding-top: 0; }
    .part.findings { break-before: page; border-top: 0; padding-top: 0; }
    .part + .part { margin-top: 0; }
    h1 { font-size: 18pt; }
    h2 { font-size: 12pt; }
    h4 { font-size: 10.5pt; }
    .intent p { font-size: 12.5pt; }
    .group { margin-top: 12pt; }
    .item { padding: 5pt 0 6pt; break-inside: avoid; }
    h2, h3 { break-after: avoid; }
    .finding-list li, .legend dl > div { break-inside: avoid; }
    .top-columns { grid-template-columns: minmax(0, 1fr) 62mm; }
    .two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .trace { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .trace div { display: block; }
    .courses:has(> .group + .group) { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 10mm; }
    .map-box { overflow: visible; margin: 0; padding: 0; animation: none; }
    .map-drawing { width: auto; height: auto; max-width: 100%; max-height: 165mm; }
    .trace-table:not([open]) { display: none; }
    .trace-table table { min-width: 0; }
    .card, .bar rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
`;
