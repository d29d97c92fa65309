/** Work that can be done in steps, done at a stretch. */
export function through<Answer>(steps: Iterator<unknown, Answer, undefined>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
