/** Readings of generated KPIs, as YAML and as a table. */

/** Adds what can be read of a document: its KPIs, a line each, as other documents name them. */
export function addReadings(before: string, id: string, text: string): string {
  const kpis = text.slice(text.indexOf('\nkpis:'), text.indexOf('\ntactics:'));
  return before + [...kpis.matchAll(/^ {2}- id: (\S+)/gm)].map(([, kpi]) => `${id}/${kpi ?? ''}\n`).join('');
}

/** One reading a line, each KPI week after week, in a file of that many lines. */
export function writeReadings(names: string, table: boolean, lines: number, from = 0): string {
  const kpis = names.trimEnd().split('\n');
  const rows = Array.from({ length: lines - 1 }, (_, row) => {
    const index = from + row;
    const week = Math.floor(index / kpis.length) + 1;
    const period = `${2000 + 26 - Math.floor(week / 52)}-W${String((week % 52) + 1).padStart(2, '0')}`;
    const [kpi, value] = [kpis[index % kpis.length] ?? '', 10 + (index % 37)];
    return table
      ? `${kpi},${period},${value},till,${index % 9 === 0 ? '"Counted twice, by hand"' : ''}`
      : `  - { kpi: ${kpi}, period: ${period}, value: ${value}, source: till }${index % 9 === 0 ? '   # by hand' : ''}`;
  });
  return `${[table ? 'kpi,period,value,source,note' : 'measurements:', ...rows].join('\n')}\n`;
}
