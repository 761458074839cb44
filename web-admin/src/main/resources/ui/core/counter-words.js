import { placeClock } from './place-time.js';
import { openWords } from './gate-words.js';

/** What a counter says to each reason: the tone, the large words, and what to do about it. */
const REASONS = {
  OK: ['in', 'Hand over', ''],
  HOW_MANY: ['unsure', 'How many?', 'Say how many are handed over now.'],
  ALREADY_HANDED_OVER: ['no', 'Collected already', 'Everything of this claim has been handed over.'],
  WRONG_POINT: ['no', 'Wrong point', 'This claim is collected somewhere else.'],
  NOT_READY: ['unsure', 'Not ready', 'It is not packed yet, or nobody has said so.'],
  NOT_CONFIRMED: ['no', 'Not confirmed', 'It is not paid or accepted yet.'],
  PAYMENT_DUE: ['unsure', 'Payment due', 'Take the money first, then say that it is paid.'],
  MORE_THAN_LEFT: ['no', 'More than left', 'So many are not left of this claim.'],
  CLAIM_IS_OVER: ['no', 'Claim is over', 'It was given back, taken back, or not collected in time.'],
  NO_SUCH_CLAIM: ['no', 'Unknown code', 'There is no such claim at this counter.'],
  UNREADABLE: ['no', 'Not a pickup code', 'A pickup code looks like 17-K3F9Q.'],
};

/** The words of a scan at a counter, whatever became of it. */
export function counterWords({ state, verdict, problem }) {
  if (state === 'refused') return { tone: 'unsure', words: 'Not checked', why: problem.message };
  if (state !== 'answered') return openWords(state);
  const [tone, words, why] = REASONS[verdict.reason] ?? ['no', 'Not handed over', `The reason is ${String(verdict.reason).toLowerCase().replaceAll('_', ' ')}.`];
  return { tone, words, why: verdict.reason === 'WRONG_POINT' && verdict.detail ? verdict.detail : why };
}

/** What is in the hands of who stands at the counter: `2 × Finisher set`. */
export function givenText({ units, bundle }) {
  return units > 1 ? `${units} × ${bundle}` : bundle;
}

export function contentsText(contents, units = 1) {
  return contents.map(({ name, count }) => `${count * units} × ${name}`).join(', ');
}

/** When and by whom it was handed over before; empty when it was not. */
export function earlierText(earlier, zone, locale = []) {
  return earlier ? `Handed over at ${placeClock(earlier.at, zone, locale)}${earlier.by ? ` by ${earlier.by}` : ''}.` : '';
}

/** Whether a count of what lies there fits the books: `{expected, difference}`; a difference of null while nobody has counted. */
export function counted({ left }, count) {
  return { expected: left, difference: count === '' || count === null || count === undefined ? null : Number(count) - left };
}
