/** The days of the week as the server names them, from Monday. */
export const DAYS = [['MONDAY', 'Mon'], ['TUESDAY', 'Tue'], ['WEDNESDAY', 'Wed'], ['THURSDAY', 'Thu'], ['FRIDAY', 'Fri'], ['SATURDAY', 'Sat'], ['SUNDAY', 'Sun']];

/** What has a place, and so can be near. */
export const NEAR_KINDS = [['pop-up', 'Pop-ups'], ['drop', 'Drops to collect']];

/** Where somebody looks now, as an alert is asked for: a place, or a position that was rounded before; null where that is not said. */
export function whereOf({ near, place }) {
  if (place) return { place };
  if (!near) return null;
  const [latitude, longitude] = near.split(',').map(Number);
  return { near: { latitude, longitude } };
}

/** What the server is asked: the fields of the form, and where. */
export function wishOf(values, where, zone) {
  const named = (options) => options.map(([name]) => name).filter((name) => values[name]);
  return {
    ...where,
    radius: Number(values.radius),
    kinds: named(NEAR_KINDS),
    styles: [...new Set(values.styles.split(',').map((it) => it.trim()).filter(Boolean))],
    days: named(DAYS),
    ...(values.from && values.to ? { from: values.from, to: values.to } : {}),
    zone,
    ...(values.quiet ? { quiet: { from: values.quietFrom, to: values.quietTo } } : {}),
    by: ['page', 'letter'].filter((name) => values[name]),
    consent: values.consent,
  };
}

/** What is wrong with the form, by field; the server judges the rest. */
export function checkWish(values) {
  const fault = {};
  if (Boolean(values.from) !== Boolean(values.to)) fault.from = 'Say both from when and until when, or neither.';
  if (values.quiet && (!values.quietFrom || !values.quietTo || values.quietFrom === values.quietTo)) fault.quiet = 'Say from when until when it is quiet.';
  if (!NEAR_KINDS.some(([name]) => values[name])) fault.kinds = 'Choose at least one.';
  if (!values.page && !values.letter) fault.by = 'Choose at least one way.';
  if (!values.consent) fault.consent = 'Without your consent nothing is kept, and nobody can be told.';
  return fault;
}

/** Where an alert is for. */
export function areaText({ area, radius }) {
  const km = radius % 1000 ? (radius / 1000).toFixed(1) : radius / 1000;
  return `${km} km around ${area.name || `${area.latitude.toFixed(1)}, ${area.longitude.toFixed(1)}`}`;
}

/** What else it says, in words, one after the other. */
export function wishText({ kinds, styles, days, from, to, quiet, by }) {
  const of = (options, some) => options.filter(([name]) => some.includes(name)).map(([, words]) => words);
  return [
    kinds.length ? of(NEAR_KINDS, kinds).join(' and ').toLowerCase() : 'pop-ups and drops',
    styles.join(', '),
    days.length ? of(DAYS, days).join(', ') : '',
    from ? `${from} to ${to}` : '',
    by.includes('page') ? (by.includes('letter') ? 'on this page and by message' : 'on this page') : 'by message',
    quiet ? `quiet ${quiet.from} to ${quiet.to}` : '',
  ].filter(Boolean).join(' · ');
}

/** What was told, each once, the newest first. */
export function toldWith(told, more) {
  const name = ({ listing }) => `${listing.kind}.${listing.id}.${listing.at ?? ''}`;
  const known = new Set(told.map(name));
  return [...more.filter((it) => !known.has(name(it))), ...told];
}
