/** The day it is, where the user is, as `2026-11-21`. Everything else is told which day it is. */
export function today(): string {
  const now = new Date();
  const two = (it: number): string => String(it).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
