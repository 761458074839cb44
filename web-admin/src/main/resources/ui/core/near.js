import { priceText } from './kind-words.js';

/** How far around a place people look, in metres. */
export const RADII = [1000, 3000, 10000, 30000];

export const KINDS = [['pop-up', 'Pop-ups'], ['drop', 'Drops to collect'], ['class', 'Classes online']];

export const TIMES = [['', 'Any time'], ['today', 'Today'], ['tomorrow', 'Tomorrow'], ['week', 'In the next 7 days']];

const ASKED = ['near', 'place', 'radius', 'kind', 'time', 'language', 'q', 'free', 'order'];

/** What the address of the page asks for; what it does not know is left out. */
export function fromAddress(search) {
  const given = new URLSearchParams(search);
  const asked = Object.fromEntries(ASKED.filter((name) => given.get(name)).map((name) => [name, given.get(name)]));
  return {
    near: /^-?\d{1,2}(\.\d{1,2})?,-?\d{1,3}(\.\d{1,2})?$/.test(asked.near ?? '') && !asked.place ? asked.near : '',
    place: asked.place ?? '',
    radius: RADII.includes(Number(asked.radius)) ? Number(asked.radius) : 3000,
    kinds: KINDS.map(([kind]) => kind).filter((kind) => asked.kind?.split(',').includes(kind)),
    time: TIMES.some(([time]) => time === asked.time) ? asked.time : '',
    language: /^[a-z]{2}$/.test(asked.language ?? '') ? asked.language : '',
    q: (asked.q ?? '').slice(0, 200),
    free: asked.free === 'true',
    order: ['nearest', 'soonest'].includes(asked.order) ? asked.order : 'best',
  };
}

/** The other way: an address that can be kept and shared. */
export function toAddress({ near, place, radius, kinds, time, language, q, free, order }) {
  const all = { near, place, radius: radius === 3000 ? '' : radius, kind: kinds.join(','), time, language, q: q.trim(), free: free || '', order: order === 'best' ? '' : order };
  const search = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString();
  return search ? `?${search}` : '';
}

/** What the server is asked. */
export function toQuery(asked, now) {
  const somewhere = asked.near || asked.place;
  const [from, to] = span(asked.time, now);
  const all = {
    near: asked.near,
    place: asked.place,
    radius: somewhere ? asked.radius : '',
    kind: asked.kinds.join(','),
    from,
    to,
    language: asked.language,
    q: asked.q.trim(),
    ...(asked.free ? { maxPrice: 0, currency: 'EUR' } : {}),
    order: asked.order === 'nearest' && !somewhere ? '' : asked.order,
  };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString();
}

/** What is asked for as a feed that others look at again and again: without times, which pass, and without an order. */
export function toFeed(asked, kind) {
  const query = toQuery({ ...asked, time: '', order: 'best' }, 0).replace(/(^|&)order=best/, '');
  return `/api/v1/discover.${kind}${query ? `?${query}` : ''}`;
}

/** From when until when, by the calendar of who asks: its days begin at midnight here. */
function span(time, now) {
  const midnight = (days) => {
    const day = new Date(now);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
  };
  if (time === 'today') return ['', midnight(1)];
  if (time === 'tomorrow') return [midnight(1), midnight(2)];
  return time === 'week' ? ['', midnight(8)] : ['', ''];
}

/** A position to two digits: within a kilometre, whoever may read it. */
export function rounded({ latitude, longitude }) {
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}

/** `450 m`, `1.2 km`, `12 km`: no finer than it is known. */
export function distanceText(metres) {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  return metres < 9950 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

/** What it costs and what is left, as a list says it. */
export function offerText({ kind, price, left, size, trial }, locale = []) {
  const what = kind === 'drop' ? 'bundles' : 'places';
  return [priceText(price, locale), left > 0 ? `${left} of ${size} ${what} left` : 'sold out', trial ? '' : kind === 'drop' ? 'for who took part' : 'for members'].filter(Boolean).join(' · ');
}

/** Why it stands where it stands, the strongest reason first; a share that adds nothing is no reason. */
export function reasons({ why, metres, style }) {
  return [
    [why.distance, metres === null ? '' : `${distanceText(metres)} away`],
    [why.time, 'begins soon'],
    [why.affinity, style ? `you booked ${style} or these people before` : 'you booked with these people before'],
    [why.scarcity, 'filling up'],
  ].filter(([share, words]) => share >= 0.01 && words).sort(([a], [b]) => b - a).map(([share, words]) => ({ words, share }));
}

/** How many there are, as a heading says it. */
export function countText({ total, atMost }) {
  if (total === 0) return 'Nothing found';
  return `${atMost ? 'About ' : ''}${total} found`;
}
