const duties = new Set();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Promises that something is stopped or removed when this process ends, however it ends. Returns how to call that off. */
export function atEnd(duty) {
  if (duties.size === 0) listen();
  duties.add(duty);
  return () => duties.delete(duty);
}

/** Does all duties, the latest first, each once. One that fails does not keep the others from being done. */
export async function end() {
  const open = [...duties].reverse();
  duties.clear();
  for (const duty of open) {
    try {
      await duty();
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  }
}

function listen() {
  for (const [signal, code] of Object.entries(signals)) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      process.stdout.write('\nStopping …\n');
      void end().finally(() => process.exit(code));
    });
  }
}
