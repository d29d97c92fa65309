/** `strategy check`: the findings of the editor, for a terminal or a pipeline. */
import { tacticsOf } from '../plan/coverage.ts';
import type { Rated } from '../workspace/findings.ts';
import type { Loaded } from './load.ts';
import type { Lines } from '../text/lines.ts';

/** One finding as reports show it; lines and columns count from 1, columns in UTF-16 units. */
export interface Reported {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The reason, where it is waived or ignored; it counts as no problem then. */
  readonly justified?: string;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly justified: number;
  /** Over the projects that the files belong to. */
  readonly tactics: { readonly traced: number; readonly justified: number; readonly holes: number };
}

export interface Report {
  readonly today: string;
  readonly findings: readonly Reported[];
  readonly summary: Summary;
}

/** The findings in the files asked for, sorted by file, line, column and rule. */
export function check({ workspace, files }: Loaded): Report {
  const findings = [...files].flatMap(([uri, file]) => workspace.findingsIn(uri).map((it) => reported(it, file)));
  findings.sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.rule, b.rule));
  const open = findings.filter((it) => it.justified === undefined);
  const count = (severity: Reported['severity']): number => open.filter((it) => it.severity === severity).length;
  return {
    today: workspace.today,
    findings,
    summary: {
      files: files.size,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      justified: findings.length - open.length,
      tactics: tacticsIn({ workspace, files }),
    },
  };
}

function tacticsIn({ workspace, files }: Pick<Loaded, 'workspace' | 'files'>): Summary['tactics'] {
  const projects = new Set([...files.keys()].flatMap((it) => workspace.projectOf(it) ?? []));
  const counts = [...projects].map((it) => tacticsOf(workspace, it));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);
  return {
    traced: sum(counts.map((it) => it.traced)),
    justified: sum(counts.map((it) => it.justified)),
    holes: sum(counts.map((it) => it.holes)),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reported({ file, stretch, rule, severity, message, justified }: Rated, name: string): Reported {
  const { lines } = file.document;
  const start = place(lines, stretch.start);
  const end = place(lines, stretch.end);
  return {
    file: name,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    rule: rule.id,
    severity,
    message,
    ...(justified !== undefined && { justified }),
  };
}

function place(lines: Lines, offset: number): { line: number; column: number } {
  const line = lines.lineAt(offset);
  return { line: line + 1, column: offset - lines.startOf(line) + 1 };
}
