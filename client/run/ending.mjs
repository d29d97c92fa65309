const duties = new Set();
let listening = false;
let interrupted = false;
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Promises that something is stopped or removed when this process ends, however it ends. Returns how to call that off. */
export function atEnd(duty) {
  if (!listening) listen();
  duties.add(duty);
  return () => duties.delete(duty);
}

/** Whether somebody has asked this process to stop; what fails after that is no news. */
export function stopping() {
  return interrupted;
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
  listening = true;
  for (const [signal, code] of Object.entries(signals)) {
    process.once(signal, () => {
      interrupted = true;
      process.stdout.write('\nStopping …\n');
      void end().finally(() => process.exit(code));
    });
  }
}
