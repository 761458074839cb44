import { instantOf, localOf } from './place-time.js';
import { languageDraft, languagesOf } from './languages.js';
import { amountText, isWhole, localText, minorOf, pointOf, zoneExists } from './entry.js';

export const CATEGORIES = { FREE: 'Free, for everybody', PAID: 'Paid, for everybody', MEMBER: 'For members', TRIAL: 'For first-timers', STAFF: 'For staff' };
export const MOST_KINDS = 20;

/** What the form of a pop-up starts with: this time tomorrow, in the reader's own zone, one free kind of ticket. */
export function draftOf(now) {
  const start = new Date(now.getTime() + 24 * 3600000);
  start.setMinutes(Math.ceil(start.getMinutes() / 15) * 15, 0, 0);
  return {
    title: '', description: '', host: '', 'place.name': '', 'place.address': '', 'place.point': '', 'place.accessibility': '',
    'place.zone': Intl.DateTimeFormat().resolvedOptions().timeZone, start: localText(start), lengthMinutes: 120, doorsEarlyMinutes: 30, capacity: 40, currency: 'EUR',
    'cancellation.earlyHours': 24, 'cancellation.lateRefundPercent': 0, linkedClass: '', ...languageDraft(), kinds: [{ ...freshKind(), name: 'Free entry' }],
  };
}

export function freshKind() {
  return { id: '', name: '', category: 'FREE', quota: 40, price: '0', perPerson: 2, saleFrom: '', saleUntil: '', onSaleFrom: null, onSaleUntil: null };
}

/** The same of a pop-up that there is. */
export function draftFrom(it) {
  return {
    title: it.title, description: it.description, host: it.host, 'place.name': it.place.name, 'place.address': it.place.address,
    'place.point': `${it.place.lat}, ${it.place.lon}`, 'place.accessibility': it.place.accessibility, 'place.zone': it.place.zone, start: it.localStart,
    lengthMinutes: it.lengthMinutes, doorsEarlyMinutes: it.doorsEarlyMinutes, capacity: it.places.size, currency: it.kinds[0].price.currency,
    'cancellation.earlyHours': it.cancellation.earlyHours, 'cancellation.lateRefundPercent': it.cancellation.lateRefundPercent, linkedClass: it.linkedClass ?? '', ...languageDraft(it.languages),
    kinds: it.kinds.map(({ id, name, category, quota, price, perPerson, onSaleFrom, onSaleUntil }) => ({ id, name, category, quota, price: amountText(price.minor), perPerson, saleFrom: onSaleFrom ? localOf(onSaleFrom, it.place.zone) : '', saleUntil: onSaleUntil ? localOf(onSaleUntil, it.place.zone) : '', onSaleFrom, onSaleUntil })),
  };
}

/** A draft with what its form says now; fields of kinds are named `kinds[0].quota`. */
export function withForm(draft, said) {
  const kinds = draft.kinds.map((kind, i) => ({ ...kind, ...Object.fromEntries(Object.keys(kind).filter((name) => `kinds[${i}].${name}` in said).map((name) => [name, said[`kinds[${i}].${name}`]])) }));
  return { ...draft, ...Object.fromEntries(Object.entries(said).filter(([name]) => name in draft)), kinds };
}

/** What is wrong, by field; an empty object when all is well. */
export function checkPopUp(v) {
  const errors = {};
  const text = (name, words) => {
    if (!String(v[name]).trim()) errors[name] = words;
  };
  const whole = (name, low, high, what) => {
    if (!isWhole(v[name], low, high)) errors[name] = `${what}: a whole number from ${low} to ${high}.`;
  };
  text('title', 'Give the pop-up a title.');
  text('host', 'Say who receives the guests.');
  text('place.name', 'Name the place.');
  text('place.address', 'Say where it is, as one writes it there.');
  if (!pointOf(v['place.point'])) errors['place.point'] = 'Coordinates look like 52.52, 13.405.';
  if (!zoneExists(v['place.zone'])) errors['place.zone'] = 'A time zone looks like Europe/Berlin.';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(v.start)) errors.start = 'Say when it starts.';
  whole('lengthMinutes', 15, 1440, 'Minutes');
  whole('doorsEarlyMinutes', 0, 240, 'Minutes');
  whole('capacity', 1, 10000, 'People');
  whole('cancellation.earlyHours', 0, 1440, 'Hours');
  whole('cancellation.lateRefundPercent', 0, 100, 'Percent');
  if (!/^[A-Za-z]{3}$/.test(v.currency)) errors.currency = 'Three letters, such as EUR.';
  v.kinds.forEach((kind, i) => Object.entries(checkKind(kind)).forEach(([name, words]) => (errors[`kinds[${i}].${name}`] = words)));
  return errors;
}

function checkKind(kind) {
  const errors = {};
  const minor = minorOf(kind.price);
  if (!String(kind.name).trim()) errors.name = 'Name this kind of ticket.';
  if (!isWhole(kind.quota, 1, 10000)) errors.quota = 'Tickets: a whole number from 1 to 10000.';
  if (!isWhole(kind.perPerson, 1, 20)) errors.perPerson = 'For one person: a whole number from 1 to 20.';
  if (minor === null) errors.price = 'A price looks like 12 or 12.50.';
  else if (['FREE', 'STAFF'].includes(kind.category) && minor > 0) errors.price = 'These tickets cost nothing; choose another kind, or 0.';
  else if (kind.category === 'PAID' && minor === 0) errors.price = 'A paid ticket costs something.';
  if (kind.saleFrom && !kind.saleUntil) errors.saleUntil = 'Say until when, too; or leave both empty.';
  else if (kind.saleUntil && !kind.saleFrom) errors.saleFrom = 'Say from when, too; or leave both empty.';
  else if (kind.saleFrom && kind.saleUntil <= kind.saleFrom) errors.saleUntil = 'This is not after the beginning.';
  return errors;
}

/** The request of `POST /pop-ups` and `PUT /pop-ups/{id}`. */
export function requestOf(v) {
  const ids = new Set(v.kinds.map(({ id }) => id).filter(Boolean));
  return {
    title: v.title, description: v.description, host: v.host,
    place: { name: v['place.name'], address: v['place.address'], ...pointOf(v['place.point']), zone: v['place.zone'], accessibility: v['place.accessibility'] },
    start: v.start.slice(0, 16), lengthMinutes: Number(v.lengthMinutes), doorsEarlyMinutes: Number(v.doorsEarlyMinutes), capacity: Number(v.capacity),
    kinds: v.kinds.map((kind) => kindRequest(kind, v.currency.toUpperCase(), ids, v['place.zone'])),
    cancellation: { earlyHours: Number(v['cancellation.earlyHours']), lateRefundPercent: Number(v['cancellation.lateRefundPercent']) },
    languages: languagesOf(v), ...(v.linkedClass ? { linkedClass: v.linkedClass } : {}),
  };
}

function kindRequest(kind, currency, taken, zone) {
  const id = kind.id || freeId(kind.name, taken);
  taken.add(id);
  return {
    id, name: kind.name, category: kind.category, quota: Number(kind.quota), price: { minor: minorOf(kind.price), currency }, perPerson: Number(kind.perPerson),
    ...(kind.saleFrom ? { onSaleFrom: saleAt(kind.saleFrom, kind.onSaleFrom, zone), onSaleUntil: saleAt(kind.saleUntil, kind.onSaleUntil, zone) } : {}),
  };
}

/** What nobody has changed stays the very instant it was, be it the second of an hour that happens twice. */
function saleAt(local, was, zone) {
  return was && localOf(was, zone) === local.slice(0, 16) ? was : instantOf(local, zone);
}

/** An id that its name suggests, `free-entry`, and a number where another has it. */
export function freeId(name, taken) {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'ticket';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(id)) return id;
  }
}

const ELSEWHERE = { languages: 'language', 'languages[0]': 'language', 'languages[1]': 'alsoLanguage', 'place.lat': 'place.point', 'place.lon': 'place.point', place: 'place.name', length: 'lengthMinutes', zone: 'place.zone', cancellation: 'cancellation.earlyHours' };

/** The field of the form that a field of the request stands in, or null when it stands in none. */
export function fieldOf(name, v) {
  const known = { ...v, kinds: true };
  const kind = /^(kinds\[\d+\])\.(\w+)(?:\.(\w+))?$/.exec(name ?? '');
  if (kind) return kind[3] === 'currency' ? 'currency' : `${kind[1]}.${{ id: 'name', onSaleFrom: 'saleFrom', onSaleUntil: 'saleUntil' }[kind[2]] ?? kind[2]}`;
  const here = ELSEWHERE[name] ?? name;
  return here in known ? here : null;
}

/** The next week's same time on the same clocks, as a duplicate begins with. */
export function weekLater(localStart) {
  const [day, time] = localStart.slice(0, 16).split('T');
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7);
  return `${date.toISOString().slice(0, 10)}T${time}`;
}
