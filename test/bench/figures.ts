/** Numbers of a run, by what was measured. */

export interface Figures {
  readonly add: (name: string, value: number | undefined) => void;
  readonly of: (name: string) => readonly number[];
  readonly names: () => readonly string[];
}

export function createFigures(): Figures {
  const known = new Map<string, number[]>();
  return {
    add: (name, value) => {
      const values = known.get(name) ?? [];
      known.set(name, values);
      if (value !== undefined) values.push(value);
    },
    of: (name) => known.get(name) ?? [],
    names: () => [...known.keys()],
  };
}

/** The value below which a share of all lies; `undefined` where there are none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Three digits that count, since a machine that others use gives no more. */
export function digits(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value >= 0.095 ? value.toFixed(2) : value.toPrecision(2);
}
