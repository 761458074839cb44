import { amountText, isWhole, minorOf } from './entry.js';
import { freeId, weekLater } from './pop-up-draft.js';
import { ONLINE } from './drop-words.js';

export const AUDIENCES = { '': 'Everybody', EVERYBODY: 'All who took part in the class', IN_ROOM: 'Who took part in the room', ONLINE: 'Who took part online', MEMBERS: 'Members who took part', TRIALS: 'Who tried the class' };

/** What the form of a drop starts with: one thing, one bundle of it, no point yet. */
export function freshDrop() {
  return {
    title: '', description: '', classId: '', perMember: 1, currency: 'EUR', audience: '', percent: 50, reps: 0, headStartSeconds: 0, openMinutes: 120, holdMinutes: 10, graceMinutes: 30, perSecond: 0,
    components: [{ id: '', name: '' }], bundles: [freshBundle(1)], points: [],
  };
}

export function freshBundle(components) {
  return { id: '', name: '', description: '', price: '0', contents: Array.from({ length: components }, (_, i) => (i === 0 ? 1 : 0)), files: [] };
}

/** A collection point; its first window is the time of the pop-up. */
export function freshPoint(popUp, components) {
  return { point: popUp?.id ?? ONLINE, stock: Array(components).fill(0), windows: popUp ? [{ id: '', start: popUp.localStart.slice(0, 16), minutes: popUp.lengthMinutes, capacity: 50 }] : [] };
}

/** A window that begins where the one before ends. */
export function freshWindow(before) {
  return { id: '', start: before ? later(before.start, Number(before.minutes) || 60) : '', minutes: before?.minutes ?? 60, capacity: before?.capacity ?? 50 };
}

function later(local, minutes) {
  return new Date(Date.parse(`${local.slice(0, 16)}Z`) + minutes * 60000).toISOString().slice(0, 16);
}

/** The same of a drop that there is; instants of windows carry the clocks of their place. */
export function draftOfDrop(it) {
  const e = it.eligibility;
  return {
    title: it.title, description: it.description, classId: it.classId ?? '', perMember: it.perMember, currency: it.bundles[0]?.price.currency ?? 'EUR', audience: e?.audience ?? '', percent: e?.percent ?? 50,
    reps: e?.reps ?? 0, headStartSeconds: e?.headStartSeconds ?? 0, ...it.timing, components: it.components.map(({ id, name }) => ({ id, name })),
    bundles: it.bundles.map(({ id, name, description, price, contents, downloads }) => ({ id, name, description, price: amountText(price.minor), contents: it.components.map((c) => contents[c.id] ?? 0), files: downloads })),
    points: it.points.map(({ point, stock = {}, windows }) => ({ point, stock: it.components.map((c) => stock[c.id] ?? 0), windows: windows.map((w) => ({ id: w.id, start: w.start.slice(0, 16), minutes: (Date.parse(w.end) - Date.parse(w.start)) / 60000, capacity: w.capacity })) })),
  };
}

/** A past drop as the next one begins: the same things, without its class, its windows on the same weekday and clock from now on. */
export function copyOfDrop(it, now) {
  const draft = draftOfDrop(it);
  const moved = (start) => {
    let next = start;
    while (Date.parse(`${next}Z`) < now) next = weekLater(next);
    return next;
  };
  return { ...draft, classId: '', audience: '', points: draft.points.map((point) => ({ ...point, windows: point.windows.map((w) => ({ ...w, start: moved(w.start) })) })) };
}

/** A draft with what its form says now; fields are named as they stand in it, `bundles[0].contents[1]`; ticks of files `bundles[0].file.FILE`. */
export function withForm(draft, said, assets = []) {
  const next = structuredClone(draft);
  for (const [name, value] of Object.entries(said)) {
    const keys = name.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop();
    const holder = keys.reduce((at, key) => at?.[key], next);
    if (holder && last in holder) holder[last] = value;
  }
  next.bundles.forEach((bundle, i) => {
    const ticked = assets.filter(({ file }) => said[`bundles[${i}].file.${file}`]);
    const shown = assets.some(({ file }) => `bundles[${i}].file.${file}` in said);
    if (shown) bundle.files = ticked.map(({ file, name }) => ({ name, asset: file }));
  });
  return next;
}

/** A draft without one of its components. */
export function withoutComponent(draft, i) {
  const rest = (list) => list.filter((_, at) => at !== i);
  return { ...draft, components: rest(draft.components), bundles: draft.bundles.map((b) => ({ ...b, contents: rest(b.contents) })), points: draft.points.map((p) => ({ ...p, stock: rest(p.stock) })) };
}

export function withComponent(draft) {
  return { ...draft, components: [...draft.components, { id: '', name: '' }], bundles: draft.bundles.map((b) => ({ ...b, contents: [...b.contents, 0] })), points: draft.points.map((p) => ({ ...p, stock: [...p.stock, 0] })) };
}

/** What is wrong, by field; an empty object when all is well. */
export function checkDrop(v) {
  const errors = {};
  const text = (name, value, words) => String(value).trim() || (errors[name] = words);
  const whole = (name, value, low, high, what) => isWhole(value, low, high) || (errors[name] = `${what}: a whole number from ${low} to ${high}.`);
  text('title', v.title, 'Give the drop a title.');
  whole('perMember', v.perMember, 1, 100, 'For one member');
  whole('openMinutes', v.openMinutes, 1, 10080, 'Minutes');
  whole('holdMinutes', v.holdMinutes, 1, 30, 'Minutes');
  whole('graceMinutes', v.graceMinutes, 0, 1440, 'Minutes');
  whole('perSecond', v.perSecond, 0, 10000, 'Each second');
  if (!/^[A-Za-z]{3}$/.test(v.currency)) errors.currency = 'Three letters, such as EUR.';
  if (v.audience && !v.classId) errors.classId = 'Say which class they took part in.';
  if (v.audience) {
    whole('percent', v.percent, 0, 100, 'Percent');
    whole('reps', v.reps, 0, 1000000, 'Repetitions');
    whole('headStartSeconds', v.headStartSeconds, 0, 600, 'Seconds');
  }
  v.components.forEach((it, i) => text(`components[${i}].name`, it.name, 'Name this thing.'));
  v.bundles.forEach((it, i) => {
    text(`bundles[${i}].name`, it.name, 'Name this bundle.');
    if (minorOf(it.price) === null) errors[`bundles[${i}].price`] = 'A price looks like 12 or 12.50.';
    it.contents.forEach((count, c) => whole(`bundles[${i}].contents[${c}]`, count, 0, 100, 'How many'));
    if (!it.contents.some((count) => Number(count) > 0)) errors[`bundles[${i}].contents[0]`] = 'Something must be in it.';
  });
  v.points.forEach((it, i) => {
    it.stock.forEach((count, c) => whole(`points[${i}].stock[${c}]`, count, 0, 100000, 'How many'));
    it.windows.forEach((w, n) => {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(w.start)) errors[`points[${i}].windows[${n}].start`] = 'Say when it starts.';
      whole(`points[${i}].windows[${n}].minutes`, w.minutes, 1, 1440, 'Minutes');
      whole(`points[${i}].windows[${n}].capacity`, w.capacity, 1, 10000, 'Claims');
    });
  });
  if (!v.points.length) errors.points = 'Say where it is collected.';
  return errors;
}

/** The request of `POST /drops` and `PUT /drops/{id}`. */
export function dropRequest(v) {
  const ids = named(v.components, 'thing');
  const bundleIds = named(v.bundles, 'bundle');
  const counts = (list) => Object.fromEntries(list.map((count, i) => [ids[i], Number(count)]).filter(([, count]) => count > 0));
  let n = 0;
  const taken = new Set(v.points.flatMap(({ windows }) => windows.map(({ id }) => id)).filter(Boolean));
  const windowId = (id) => {
    if (id) return id;
    do n += 1; while (taken.has(`w${n}`));
    taken.add(`w${n}`);
    return `w${n}`;
  };
  return {
    title: v.title, description: v.description, ...(v.classId ? { classId: v.classId } : {}), components: v.components.map(({ name }, i) => ({ id: ids[i], name })),
    bundles: v.bundles.map((b, i) => ({ id: bundleIds[i], name: b.name, description: b.description, price: { minor: minorOf(b.price), currency: v.currency.toUpperCase() }, contents: counts(b.contents), downloads: b.files.map(({ name, asset }) => ({ name, asset })) })),
    points: v.points.map((p) => ({ point: p.point, stock: counts(p.stock), windows: p.point === ONLINE ? [] : p.windows.map((w) => ({ id: windowId(w.id), start: w.start.slice(0, 16), minutes: Number(w.minutes), capacity: Number(w.capacity) })) })),
    perMember: Number(v.perMember), eligibility: v.audience ? { percent: Number(v.percent), reps: Number(v.reps), audience: v.audience, headStartSeconds: Number(v.headStartSeconds) } : null,
    timing: { openMinutes: Number(v.openMinutes), holdMinutes: Number(v.holdMinutes), graceMinutes: Number(v.graceMinutes), perSecond: Number(v.perSecond) },
  };
}

/** An id for each, its own or one that its name suggests. */
function named(list, otherwise) {
  const taken = new Set(list.map(({ id }) => id).filter(Boolean));
  return list.map(({ id, name }) => {
    const its = id || freeId(/[a-z0-9]/i.test(name) ? name : otherwise, taken);
    taken.add(its);
    return its;
  });
}

/** The shares of a drop as the desk says them: how much of the stock is gone, over all points, and claims for each attendee. */
export function shareText(share) {
  return share === null || share === undefined || !Number.isFinite(share) ? '–' : `${Math.round(share * 100)} %`;
}

/** What it will probably be asked for, and whether what is there will do: two sentences, or none without a forecast. */
export function forecastText(forecast) {
  if (!forecast) return '';
  const { booked, drops, units, low, high, stock } = forecast;
  const range = low === high ? '' : `, ${low} to ${high} as your drops went one by one`;
  const ground = `${drops === 1 ? 'your last drop' : `your last ${drops} drops`} and the ${booked} who have booked`;
  const enough = stock >= high ? 'is enough for all of that' : stock >= units ? 'is enough unless it goes as well as your best' : 'will probably not be enough';
  return `About ${units} ${units === 1 ? 'bundle' : 'bundles'}${range}, by ${ground}. Your stock of ${stock} ${enough}.`;
}

/** Claims so far by each tenth of the time that the drop has been open, from 0 on. */
export function soFar(pace = []) {
  let sum = 0;
  return [0, ...pace.map((count) => (sum += count))];
}
