import { placeTime } from './place-time.js';

const FOR_WHOM = { MEMBER: 'for members', TRIAL: 'for who comes for the first time', STAFF: 'for staff' };

/** A sum as people write it, `€5.00`; nothing to pay is `free`. */
export function priceText(money, locale = []) {
  if (!money || money.minor === 0) return 'free';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency });
  return format.format(money.minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** What the cheapest and the dearest ticket cost: `free`, `€5.00`, `free to €12.00`. */
export function pricesText(kinds, locale = []) {
  const sorted = kinds.filter(({ category }) => category !== 'STAFF').map(({ price }) => price).sort((a, b) => a.minor - b.minor);
  const texts = [sorted[0], sorted.at(-1)].map((price) => priceText(price, locale));
  return texts[0] === texts[1] ? texts[0] : texts.join(' to ');
}

/**
 * How a kind of ticket can be had: `open`, `early` and `over` outside its sale, `held` when none is left but not all are sold
 * (what is held may come back), `out` when all are sold. The whole pop-up may be full before its kinds are.
 */
export function saleOf(kind, places, now) {
  if (kind.onSaleFrom && now < Date.parse(kind.onSaleFrom)) return 'early';
  if (kind.onSaleUntil && now >= Date.parse(kind.onSaleUntil)) return 'over';
  if (kind.places.left > 0) return 'open';
  return soldOut(kind.places) || soldOut(places) ? 'out' : 'held';
}

/** The words for that: `3 left`, `all held, not all sold`, `sold out, 4 waiting`, `on sale from Fri 20 Nov, 10:00`. */
export function saleText(kind, popUp, now, locale = []) {
  const sale = saleOf(kind, popUp.places, now);
  const { left, waiting } = kind.places;
  if (sale === 'early') return `on sale from ${placeTime(kind.onSaleFrom, popUp.place.zone, locale)}`;
  if (sale === 'over') return `was on sale until ${placeTime(kind.onSaleUntil, popUp.place.zone, locale)}`;
  if (sale === 'open') return `${left} left`;
  return `${sale === 'out' ? 'sold out' : 'all held, not all sold'}${waiting ? `, ${waiting} waiting` : ''}`;
}

/** What is left of a whole pop-up, as its entry in a list says it. */
export function placesText({ size, sold, left, waiting }) {
  if (left > 0) return `${left} of ${size} left`;
  return `${soldOut({ size, sold }) ? 'sold out' : 'all held, not all sold'}${waiting ? `, ${waiting} waiting` : ''}`;
}

/** Whom a kind is for, unless it is for everybody. */
export function forWhom({ category }) {
  return FOR_WHOM[category] ?? '';
}

/** What a ticket still costs: nothing to say when nothing does. */
export function dueText({ settlement, price }, locale = []) {
  if (settlement === 'DUE_AT_DOOR') return `${priceText(price, locale)} to pay at the door`;
  return settlement === 'PAID' ? `${priceText(price, locale)} paid` : '';
}

/** Why no hold was given, when another try is worth it: `All held, try again at 18:40.` in the words of the place; else the server's own. */
export function holdRefusal(problem, clockAt) {
  if (problem.code !== 'all-held' || !problem.retryAfterS) return problem.message;
  return `All are held, not all are sold. Try again at ${clockAt(problem.retryAfterS * 1000)}.`;
}

function soldOut({ size, sold }) {
  return sold >= size;
}
