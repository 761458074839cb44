/** What a maximal heart rate and an age can be; the first as in docs/wire.md. */
export const MAX_HR = { least: 100, most: 230 };
export const AGE = { least: 10, most: 110 };

/** The maximal heart rate of an age, bpm: 208 − 0.7 × age (H. Tanaka, K. D. Monahan, D. R. Seals, J Am Coll Cardiol 37, 2001). */
export function maxHrOf(age) {
  return Math.round(208 - 0.7 * age);
}

/**
 * Reads what a person says of it: `{maxHr}` (null when nothing was said), or `{problem, field}`. Who has measured it knows better
 * than any formula, so that comes first.
 */
export function readHeart({ measured, age }) {
  const max = wholeOf(measured);
  const years = wholeOf(age);
  if (max !== null && !(max >= MAX_HR.least && max <= MAX_HR.most)) return { field: 'measured', problem: `A maximal heart rate is from ${MAX_HR.least} to ${MAX_HR.most} bpm.` };
  if (years !== null && !(years >= AGE.least && years <= AGE.most)) return { field: 'age', problem: `An age is from ${AGE.least} to ${AGE.most} years.` };
  return { maxHr: max ?? (years === null ? null : maxHrOf(years)) };
}

/** NaN for what is no whole number, null for nothing. */
function wholeOf(text) {
  const trimmed = String(text ?? '').trim();
  if (!trimmed) return null;
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : NaN;
}
