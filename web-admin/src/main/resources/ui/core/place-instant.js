/** What a clock of a place shows at an instant, as a field of the type `datetime-local` has it: `2026-12-01T18:00`. */
export function localAt(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
    .formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The instant at which the clocks of a place show this, `2026-12-01T17:00:00Z`: of an hour that happens twice the first one, and
 * null for an hour that the clocks leave out, and for what is no time at all.
 */
export function instantAt(local, zone) {
  const said = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(local)?.[0];
  const guess = said ? Date.parse(`${said}Z`) : NaN;
  if (Number.isNaN(guess)) return null;
  const offsets = [guess - DAY_MS, guess + DAY_MS].map((at) => offsetAt(at, zone));
  const found = offsets.map((offset) => guess - offset).filter((at) => localAt(at, zone) === said);
  return found.length ? new Date(Math.min(...found)).toISOString().replace('.000Z', 'Z') : null;
}

/** No place changes its clocks twice within a day. */
const DAY_MS = 24 * 3600000;

function offsetAt(at, zone) {
  const minute = Math.floor(at / 60000) * 60000;
  return Date.parse(`${localAt(minute, zone)}Z`) - minute;
}
