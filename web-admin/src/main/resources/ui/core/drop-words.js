import { placeClock, placeTime, spanText } from './place-time.js';
import { priceText } from './kind-words.js';

export const ONLINE = 'online';
const PHASES = { DRAFT: 'Draft', ANNOUNCED: 'Announced', OPEN: 'Open now', CLOSED: 'Closed', CANCELLED: 'Cancelled' };
const STATUSES = { OFFERED: 'Offered to you', HELD: 'Waiting for your payment', CONFIRMED: 'Yours', READY: 'Ready to collect', HANDED_OVER: 'Collected', RELEASED: 'Given up' };
const CAUSES = {
  CANCELLED: 'You gave it back.', HOLD_EXPIRED: 'It was not paid in time.', OFFER_DECLINED: 'You declined the offer.', OFFER_EXPIRED: 'The offer was not accepted in time.',
  NO_SHOW: 'Nobody collected it in time.', WITHDRAWN: 'The trainer took it back.', POINT_CLOSED: 'Nothing is collected there any more.', DROP_CANCELLED: 'The drop was cancelled.',
};
const AUDIENCES = { EVERYBODY: 'those who took part', IN_ROOM: 'those who took part in the room', ONLINE: 'those who took part online', MEMBERS: 'members who took part', TRIALS: 'those who tried the class' };
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

export function phaseText(phase) {
  return PHASES[phase] ?? phase;
}

export function statusText({ status, point }) {
  if (point === ONLINE) return { CONFIRMED: 'Yours to download', READY: 'Yours to download', HANDED_OVER: 'Downloaded' }[status] ?? STATUSES[status];
  return STATUSES[status] ?? status;
}

/** Why a claim is over; empty for one that is not. */
export function causeText({ cause }) {
  return cause ? CAUSES[cause] ?? 'It is over.' : '';
}

/** Whether a claim takes something that its member does not have in hand yet. */
export function isOpen({ status }) {
  return !['HANDED_OVER', 'RELEASED'].includes(status);
}

/** What a claim costs and how that stands; empty when nothing is due. */
export function settlementText({ settlement, price, status }, locale = []) {
  if (status === 'RELEASED' && settlement.startsWith('DUE')) return '';
  const sum = priceText(price, locale);
  return { DUE_ONLINE: `${sum} to pay online`, DUE_AT_PICKUP: `${sum} to pay when you collect it`, PAID_ONLINE: `${sum} paid online`, PAID_AT_PICKUP: `${sum} paid at the counter` }[settlement] ?? '';
}

/** When a window is, on the clocks of its place: its instants carry their offset. */
export function windowText(window, locale = []) {
  return spanText(window.start, window.end, offsetOf(window.start), locale);
}

function offsetOf(text) {
  return /[+-]\d\d:\d\d$/.exec(text)?.[0] ?? 'UTC';
}

/** How much of a bundle is left, at one point or, without one, at all that still give something out. */
export function leftOf(it, bundle, point = null) {
  return it.points.filter(({ point: id, closed }) => !closed && (point === null || id === point)).reduce((sum, { left }) => sum + (left[bundle] ?? 0), 0);
}

export function leftText(left) {
  return left > 0 ? `${left} left` : 'sold out';
}

/**
 * Where somebody stands with a drop: `draft`, `announced`, `over`, `cancelled`, `nobody` (not signed in), `not-eligible`, `head-start`
 * (of others), `outside` (of the waiting room), `in-line`, `open`.
 */
export function standingOf(it, now) {
  const { phase, mine, line } = it;
  if (phase !== 'OPEN') return { DRAFT: 'draft', ANNOUNCED: 'announced', CANCELLED: 'cancelled' }[phase] ?? 'over';
  if (!mine) return 'nobody';
  if (mine.obstacle) return 'not-eligible';
  if (mine.from && Date.parse(mine.from) > now) return 'head-start';
  if (!line?.perSecond) return 'open';
  if (!mine.spot) return 'outside';
  return mine.spot.turn && Date.parse(mine.spot.turn) > now ? 'in-line' : 'open';
}

/** Longer than a claim is on its way, ms. */
const ON_ITS_WAY_MS = 30000;

/** Whether an admission from a waiting room, or none, is good for a claim that begins now. */
export function lasts(admission, now) {
  return Boolean(admission) && Date.parse(admission.expiresAt) - now > ON_ITS_WAY_MS;
}

/** Why somebody may not claim, in a sentence to them. */
export function obstacleText({ obstacle, attended }, { percent, reps, audience } = {}) {
  if (obstacle === 'NOT_THERE') return 'This drop is for those who took part in the class, and you were not there.';
  if (obstacle === 'OTHER_AUDIENCE') return `This drop is for ${AUDIENCES[audience] ?? 'others'}.`;
  const need = `${percent} % of the class${reps ? ` or did ${reps} repetitions` : ''}`;
  return `This drop is for those who were there for ${need}; you were there for ${attended?.percent ?? 0} %${reps ? ` and did ${attended?.reps ?? 0}` : ''}.`;
}

/** For whom a drop is, as its page says it. */
export function forWhomText(eligibility) {
  if (!eligibility) return 'For everybody.';
  const { percent, reps, audience, headStartSeconds } = eligibility;
  const share = percent ? ` and were there for ${percent} % of the class` : '';
  return `For ${AUDIENCES[audience] ?? AUDIENCES.EVERYBODY}${share}${reps ? `${share ? ',' : ''} or did ${reps} repetitions` : ''}.${headStartSeconds ? ` Those in the room may claim ${headStartSeconds} s before those online.` : ''}`;
}

/** Claims that stand, the ones to be collected first; what is over comes last. */
export function claimsInOrder(claims) {
  const order = ['OFFERED', 'HELD', 'READY', 'CONFIRMED', 'HANDED_OVER', 'RELEASED'];
  return [...claims].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || Date.parse(a.window?.start ?? a.at) - Date.parse(b.window?.start ?? b.at));
}

/** Units that still count against the limit of a member. */
export function unitsTaken(claims) {
  return claims.filter(({ status }) => status !== 'RELEASED').reduce((sum, { units }) => sum + units, 0);
}

/** A sentence of the server with its instants as the clocks of a place show them. */
export function withClocks(sentence, zone, now, locale = []) {
  const day = (at) => new Date(at).toLocaleDateString('en-GB', { timeZone: zone });
  return sentence.replace(INSTANT, (at) => (day(at) === day(now) ? placeClock(at, zone, locale) : placeTime(at, zone, locale)));
}

/** The zone whose clocks count: of a point, or of the first that has one. */
export function zoneOf(it, point = null) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return it?.points?.find(({ point: id, zone }) => zone && (point === null ? id !== ONLINE : id === point))?.zone ?? own;
}
