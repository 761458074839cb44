import { segmentAt } from './plan.js';

/** The exercises that a rep model names, `{name, reps, tempo?, segment | fromMs, toMs}`; what is not in this form is left out. */
export function readModel(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)).exercises.filter(isExercise);
  } catch {
    return [];
  }
}

function isExercise(it) {
  return typeof it?.name === 'string' && Number.isInteger(it.reps) && (Number.isInteger(it.segment) || (it.fromMs >= 0 && it.toMs > it.fromMs));
}

/**
 * What is aimed at at a plan position, `{key, exercises, reps}`, or null: the exercises of its segment and those whose moments it
 * lies in. `reps` is of all of them together; `key` is the same as long as the exercises are.
 */
export function targetAt(exercises, plan, position) {
  const segment = segmentAt(plan, position)?.index ?? null;
  const here = exercises.filter((it) => (Number.isInteger(it.segment) ? it.segment === segment : position >= it.fromMs && position < it.toMs));
  if (!here.length) return null;
  return { key: here.map(keyOf).join('; '), exercises: here, reps: here.reduce((sum, { reps }) => sum + reps, 0) };
}

function keyOf({ name, segment, fromMs, toMs }) {
  return `${name}, ${Number.isInteger(segment) ? segment : `${fromMs}-${toMs}`}`;
}
