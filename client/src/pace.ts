/** How often work is done that many small events ask for. */

/**
 * Asks for `work` to be done. While it is under way further calls add up to one more run at its end,
 * so that a burst of changes costs two runs and the last change is never missed.
 * What `work` throws goes to `failed`, and the next call works again.
 */
export function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let wanted = false;
  let busy = false;

  const run = async (): Promise<void> => {
    busy = true;
    while (wanted) {
      wanted = false;
      await work().catch(failed);
    }
    busy = false;
  };

  return () => {
    wanted = true;
    if (!busy) void run();
  };
}

/** Asks for `work` to be done once nobody has asked for `milliseconds`. */
export function afterPause(milliseconds: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}
