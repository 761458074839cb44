import { placeClock } from './place-time.js';

/** What a gate says to each reason: the large words, and what to do about it. */
const REASONS = {
  ALREADY_INSIDE: ['Already inside', 'Somebody came in on this ticket and has not gone out.'],
  NO_REENTRY: ['No re-entry', 'Who has gone out does not come in again here.'],
  CANCELLED: ['Ticket cancelled', 'It was given back or taken back.'],
  RELEASED: ['Place given up', 'They take part online instead.'],
  REPLACED: ['Old pass', 'The ticket has a new holder; only their pass counts.'],
  WRONG_GATE: ['Wrong gate', 'This ticket is for another gate.'],
  NO_ENTRY_HERE: ['No entry here', 'Nobody comes in through this gate.'],
  NO_EXIT_HERE: ['No exit here', 'Nobody goes out through this gate.'],
  TOO_EARLY: ['Too early', 'This gate is not open yet.'],
  TOO_LATE: ['Too late', 'This gate has closed.'],
  POP_UP_CANCELLED: ['Pop-up cancelled', 'Nobody is let in any more.'],
  UNKNOWN_TICKET: ['Unknown ticket', 'There is no such ticket at this pop-up.'],
  FOREIGN: ['Another pop-up', 'The pass is genuine, but not for here.'],
  FORGED: ['Not genuine', 'The signature of this pass is wrong.'],
  UNREADABLE: ['Not a pass', 'Nothing in this code can be read; scan it again.'],
  UNKNOWN_KEY: ['Unknown signature', 'This pass was signed with a key that is not known here.'],
  EXPIRED: ['Expired', 'This pass is no longer valid.'],
};

/** What came of a scan in two words and a tone: `in` lets through, `no` does not, `unsure` is not decided. */
export function verdictWords({ reason, direction }) {
  if (reason === 'OK' || reason === 'OVERRIDDEN') {
    const words = direction === 'EXIT' ? 'Out' : 'Come in';
    return { tone: 'in', words, why: reason === 'OK' ? '' : 'Let through by a supervisor.' };
  }
  const [words, why] = REASONS[reason] ?? ['Not let in', `The reason is ${String(reason).toLowerCase().replaceAll('_', ' ')}.`];
  return { tone: 'no', words, why };
}

/** The words while there is no verdict. */
export function openWords(state) {
  return state === 'lost'
    ? { tone: 'unsure', words: 'No answer', why: 'The server could not be reached, so nobody knows yet. Ask again: if they were let in already, they are not counted twice.' }
    : { tone: 'wait', words: 'Asking…', why: '' };
}

/** When, where and by whom a ticket was let in before, and how often it was shown: a sentence or two, or empty. */
export function earlierText(earlier, zone, locale = []) {
  if (!earlier) return '';
  const times = [count(earlier.admitted, 'let in'), count(earlier.refused, 'refused')].filter(Boolean).join(', ');
  return `Came in at ${placeClock(earlier.at, zone, locale)} through ${earlier.gateName || earlier.gate}, scanned by ${earlier.deviceName || earlier.device}.${times ? ` Before this scan: ${times}.` : ''}`;
}

function count(n, what) {
  if (!n) return '';
  return n === 1 ? `${what} once` : `${what} ${n} times`;
}

/** What a screen reader and a scan list say in one breath. */
export function spoken({ words, why }, earlier = '') {
  return [`${words}.`, why, earlier].filter(Boolean).join(' ');
}

const FATES = {
  UNKNOWN_DEVICE: 'this device is not known at the door',
  DEVICE_REVOKED: 'this device had been revoked',
  FROM_THE_FUTURE: 'the clock of this device is ahead: set it right and try again',
  DOOR_IS_FULL: 'there are too many scans of this ticket',
  NOT_UNDERSTOOD: 'the server could not read it',
  DISPUTED: 'it should not have been handed over, or not here; it is on record',
  UNKNOWN: 'there is no such claim',
};

/** Why the server did not take a scan that this device decided. */
export function fateText(fate) {
  return FATES[fate] ?? `the server said ${String(fate).toLowerCase().replaceAll('_', ' ')}`;
}

/** What the words about the link speak of: at a door, and at a counter. */
export const AT_DOOR = { list: 'guest list', one: 'scan', many: 'scans' };
export const AT_COUNTER = { list: 'pack list', one: 'handover', many: 'handovers' };

/** Who decides now, in one sentence, and how fresh what they decide by is. */
export function linkText({ cut, asOf, ready, can }, zone, locale = [], { list } = AT_DOOR) {
  const book = asOf ? ` ${list[0].toUpperCase()}${list.slice(1)} as of ${placeClock(asOf, zone, locale)}.` : '';
  if (!cut) return `Online.${book}`;
  if (!can) return 'No connection. This browser cannot tell genuine passes from others by itself: nothing is checked until the connection is back.';
  return ready ? `No connection. This device decides alone and uploads later.${book}` : `No connection, and this device has no ${list} yet: nothing is checked until the connection is back.`;
}

/** How many scans wait here. */
export function waitingText(untold, { one, many } = AT_DOOR) {
  if (!untold) return '';
  return untold === 1 ? `1 ${one} waits for upload.` : `${untold} ${many} wait for upload.`;
}

const INCIDENTS = { DOUBLE_ADMISSION: 'came in twice', REENTRY: 'came in again where that is not allowed', VOID_TICKET: 'came in on a void ticket', EARLIER_PASS: 'came in on an old pass' };

export function incidentText(kinds) {
  return kinds.map((kind) => INCIDENTS[kind] ?? kind.toLowerCase().replaceAll('_', ' ')).join(', ');
}
