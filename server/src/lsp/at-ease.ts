/** Long work in short turns, so that an edit, a question or a cancellation never waits for its end. */

/** A turn takes about so long (ms). */
const turn = 12;

/** Lets everything that waits have its say. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function breaths(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await breath();
}

/** Lets all that has come in during a turn have its say: so many messages, of which the connection takes in one at each breath. */
export function rest(): Promise<void> {
  return breaths(8);
}

/** Lets what has just come in over the wire be read, and then have its say. */
export function heard(): Promise<void> {
  return breaths(3);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Takes one step after another, with a breath after each turn; `undefined` where the rest was not wanted any more. */
export async function atEase<Answer>(
  steps: Iterator<unknown, Answer, undefined>,
  wanted: () => boolean,
): Promise<Answer | undefined> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await rest();
    if (!wanted()) return undefined;
  }
}
