/**
 * What a card of the map says, line by line, and how high that will be.
 * SVG does not grow with its text, so the height is reckoned from the letters before anything is drawn.
 */
import type { Card, Gap, Labels, PlanFinding, TacticCard } from '../plan/plan.ts';
import {
  draftSign,
  droppedSign,
  healthSigns,
  healthWords,
  isUnknown,
  mentionWords,
  objectiveWords,
  severitySigns,
  traceSigns,
  unknownWords,
} from './words.ts';
import type { View } from './view.ts';
import { sizes } from './layout.ts';
import { keepMade } from './keep-made.ts';

type LineKind = 'tag' | 'title' | 'text' | 'lack' | 'reason' | 'finding';

export interface Line {
  readonly kind: LineKind;
  readonly mark?: string;
  /** A class for the mark's colour. */
  readonly tone?: string;
  readonly text: string;
  /** What is heard, where marks in the text would be read out. */
  readonly said?: string;
}

interface LineStyle {
  readonly size: number;
  readonly height: number;
  /** Rows after which a text ends in dots. */
  readonly rows: number;
  readonly after: number;
  /** How much wider than its plain letters the text may come out: bold, or in a wide font. */
  readonly weight: number;
}

/** In pixels. The stylesheet takes its numbers from here. */
export const lineStyles: Readonly<Record<LineKind, LineStyle>> = {
  tag: { size: 11, height: 15, rows: 1, after: 2, weight: 1 },
  title: { size: 13, height: 17, rows: 6, after: 3, weight: 1.22 },
  text: { size: 11.5, height: 15, rows: 5, after: 2, weight: 1.04 },
  lack: { size: 11.5, height: 18, rows: 2, after: 4, weight: 1.14 },
  reason: { size: 11.5, height: 15, rows: 4, after: 2, weight: 1.04 },
  finding: { size: 11.5, height: 15, rows: 5, after: 2, weight: 1.04 },
};

/** Room within the card on each side, its frame included. */
export const inset = { x: 11, y: 8 } as const;

const mostFindings = 2;

export function linesOf({ plan, findings }: View, card: Card): readonly Line[] {
  return written(
    card,
    plan.labels,
    card.findings.flatMap((it) => findings.get(it) ?? []),
  );
}

const written = keepMade((card: Card, labels: Labels, found: readonly PlanFinding[]): readonly Line[] => {
  const owner = card.owner === undefined ? [] : [text(card.owner)];
  return [
    ...tags(card),
    { kind: 'title', text: card.title },
    ...bodyOf(card, labels),
    ...card.lines.map((it) => text(it)),
    ...owner,
    ...(card.reason === undefined ? [] : [{ kind: 'reason' as const, text: `“${card.reason}”` }]),
    ...findingLines(found),
  ];
});

export function gapWords({ kind, name, is }: Gap, labels: Labels): string {
  const { one } = labels[kind];
  if (name === undefined) return `no ${one}`;
  return is === undefined ? unknownWords(name) : `“${name}” is no ${one}`;
}

export const heightOf = keepMade((lines: readonly Line[]): number => {
  const heights = lines.map(({ kind, mark, text: words }) => {
    const { size, height, rows, after, weight } = lineStyles[kind];
    return Math.min(rows, rowsOf(mark === undefined ? words : `${mark} ${words}`, size * weight)) * height + after;
  });
  return heights.reduce((sum, it) => sum + it, 2 * inset.y);
});

function text(words: string): Line {
  return { kind: 'text', text: words };
}

function tags({ state, draft, dropped }: Card): readonly Line[] {
  const sign = state && traceSigns[state];
  const further = [draft && draftSign, dropped && droppedSign].filter((it) => it !== undefined);
  const said = [sign, ...further].flatMap((it) => it?.word ?? []).join(', ');
  const seen = [sign?.word, ...further.map((it) => `${it.mark} ${it.word}`)].filter(Boolean).join(', ');
  return said === '' ? [] : [{ kind: 'tag', ...(sign && { mark: sign.mark, tone: state }), text: seen, said }];
}

function bodyOf(card: Card, labels: Labels): readonly Line[] {
  if (card.kind === 'tactic') return kpisOf(card, labels);
  if (card.kind !== 'goal') return [];
  if (card.objectives.length === 0) return [{ kind: 'lack', text: `no ${labels.objective.one}` }];
  return card.objectives.flatMap((it) => [
    text(objectiveWords(it, labels)),
    { kind: 'text', mark: healthSigns[it.health].mark, tone: it.health, text: healthWords(it) },
  ]);
}

function kpisOf({ kpis }: TacticCard, { kpi }: Labels): readonly Line[] {
  if (kpis.length === 0) return [{ kind: 'lack', text: `no ${kpi.one}` }];
  return kpis.map((it) =>
    isUnknown(it)
      ? { kind: 'lack', mark: traceSigns.unknown.mark, tone: 'unknown', text: mentionWords(it) }
      : text(`${kpi.one}: ${it.name}`),
  );
}

function findingLines(found: readonly PlanFinding[]): readonly Line[] {
  const shown = found.slice(0, mostFindings).map(({ severity, message }): Line => {
    return { kind: 'finding', mark: severitySigns[severity].mark, tone: severity, text: message.replaceAll('`', '') };
  });
  const rest = found.length - shown.length;
  return rest === 0 ? shown : [...shown, text(`and ${rest} more ${rest === 1 ? 'finding' : 'findings'}`)];
}

/** Rows of a text in a card: words are filled in greedily, and a word longer than a row is broken. */
function rowsOf(words: string, size: number): number {
  const room = sizes.card - 2 * inset.x;
  let rows = 1;
  let filled = 0;
  for (const word of words.split(/\s+/)) {
    const width = widthOf(word) * size;
    const space = filled === 0 ? 0 : 0.3 * size;
    if (filled + space + width <= room) {
      filled += space + width;
      continue;
    }
    const broken = Math.ceil(width / room);
    rows += filled === 0 ? broken - 1 : broken;
    filled = width - (broken - 1) * room;
  }
  return rows;
}

/** Ems, a little generous: a row too many leaves a gap, a row too few would cut the text. */
function widthOf(word: string): number {
  let ems = 0;
  for (const letter of word) ems += emsOf(letter);
  return ems;
}

function emsOf(letter: string): number {
  if (/[iljtfrI.,:;'’|!()[\]]/.test(letter)) return 0.36;
  if (/[mwMW@%—→]/.test(letter)) return 0.95;
  if (/[A-Z&]/.test(letter)) return 0.72;
  return letter < '\u0300' ? 0.585 : 1.05;
}
