/** When the time that is left is said aloud, and how: with this many seconds to go. */
const SAID = [[120, '2 minutes left'], [60, '1 minute left'], [30, '30 seconds left'], [10, '10 seconds left'], [0, 'The time is over']];

/** How long until an instant of the server, ms, never negative. */
export function leftUntil(until, now) {
  return Math.max(0, Date.parse(until) - now);
}

/** What to say aloud when the time left went from one to another (ms): the latest mark that was passed, or null. Every second would be too much. */
export function saidBetween(before, after) {
  const passed = SAID.filter(([seconds]) => before > seconds * 1000 && after <= seconds * 1000);
  return passed.at(-1)?.[1] ?? null;
}

/**
 * How far the server's clock is ahead of this device's, ms: a phone whose clock is wrong by minutes still counts down right. Known
 * from the `Date` of any answer, to the second; differences below two seconds are taken for none.
 */
export function aheadOf(dateHeader, now) {
  const ahead = Date.parse(dateHeader) + 500 - now;
  return Number.isFinite(ahead) && Math.abs(ahead) >= 2000 ? ahead : 0;
}
