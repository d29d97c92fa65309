import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticRequest,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Rated } from '../workspace/findings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feature, type Client } from './feature.ts';
import { lineOf, locationOf, rangeOf } from './place.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Findings of one file as an editor shows them. What is justified is no problem and is left out. */
export function diagnosticsOf(findings: readonly Rated[], workspace: Workspace, client: Client): Diagnostic[] {
  const open = findings.filter((it) => it.justified === undefined);
  if (open.length <= most) return open.map((it) => toDiagnostic(it, workspace, client));
  const worst = new Set(open.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most));
  const message = `Of the ${open.length} findings in this file, the worst ${most} are shown.`;
  const start = { line: 0, character: 0 };
  const more = { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: 'strategy', message };
  return [more, ...open.filter((it) => worst.has(it)).map((it) => toDiagnostic(it, workspace, client))];
}

/** More than these of one file help nobody; the worst are told, and that there are more. */
const most = 1000;

/** What was told of a finding last. It is the same as long as it stands in the same line and nothing else is said of it. */
interface Told {
  readonly line: number;
  readonly severity: Rated['severity'];
  readonly message: string;
  readonly rulePages: string | undefined;
  readonly diagnostic: Diagnostic;
}

const told = new WeakMap<Rated['origin'], Told>();

/** One finding as an editor shows it. */
export function toDiagnostic(found: Rated, workspace: Workspace, { rulePages }: Client): Diagnostic {
  const { origin, severity, message, file, at, related } = found;
  const line = lineOf(file.document, at.section);
  const before = told.get(origin);
  if (
    before?.line === line &&
    before.severity === severity &&
    before.message === message &&
    before.rulePages === rulePages
  )
    return before.diagnostic;
  const diagnostic = makeDiagnostic(found, rulePages);
  const places = related ? placesOf(related, workspace) : [];
  if (places.length > 0) diagnostic.relatedInformation = places;
  // Other places may move without it.
  else told.set(origin, { line, severity, message, rulePages, diagnostic });
  return diagnostic;
}

function makeDiagnostic({ rule, severity, message, file, at }: Rated, rulePages: string | undefined): Diagnostic {
  const found: Diagnostic = {
    range: rangeOf(file.document, at),
    severity: severities[severity],
    code: rule.id,
    source: 'strategy',
    message,
  };
  if (rulePages !== undefined) found.codeDescription = { href: `${rulePages}${rule.id}.md` };
  if (rule.id.endsWith('/unused')) found.tags = [DiagnosticTag.Unnecessary];
  return found;
}

function placesOf(related: NonNullable<Rated['related']>, workspace: Workspace): DiagnosticRelatedInformation[] {
  const places: DiagnosticRelatedInformation[] = [];
  for (const { at, message } of related) {
    const location = locationOf(workspace, at);
    if (location) places.push({ location, message });
  }
  return places;
}

/** Stands for a list of findings: equal lists have equal marks, in every process (FNV-1a, 53 bits of two halves). */
export function fingerprint(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** The findings of a file, or word that they are still the same. */
export function reportOf(items: Diagnostic[], before?: string): DocumentDiagnosticReport {
  const resultId = fingerprint(items);
  return resultId === before ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

export const diagnostics = feature(
  DocumentDiagnosticRequest.type,
  { diagnosticProvider: { identifier: 'strategy', interFileDependencies: true, workspaceDiagnostics: true } },
  (workspace, { textDocument, previousResultId }, client) =>
    reportOf(diagnosticsOf(workspace.findingsNow(textDocument.uri), workspace, client), previousResultId),
);
