import { isWhole, localText, minorOf, zoneExists } from '../core/entry.js';
import { languageDraft, languagesOf } from '../core/languages.js';

/** What the form of a class starts with: in half an hour, in the reader's own zone. */
export function draftOf(now) {
  const start = new Date(now.getTime() + 30 * 60000);
  start.setMinutes(Math.ceil(start.getMinutes() / 15) * 15, 0, 0);
  return {
    title: '', style: 'Cycling', description: '', start: localText(start), zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    lengthMinutes: 45, onlineCapacity: 40, inRoomCapacity: 0, price: '0', currency: 'EUR', trial: true, planId: '', ...languageDraft(),
  };
}

/** What is wrong, by field; an empty object when all is well. The server judges again. */
export function checkClass(v) {
  const errors = {};
  const whole = (name, low, high, what) => {
    if (!isWhole(v[name], low, high)) errors[name] = `${what}: a whole number from ${low} to ${high}.`;
  };
  if (!v.title) errors.title = 'Give the class a title.';
  if (!v.style) errors.style = 'Name the style, such as Cycling.';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(v.start)) errors.start = 'Say when it starts.';
  if (!zoneExists(v.zone)) errors.zone = 'A time zone looks like Europe/Berlin.';
  whole('lengthMinutes', 5, 360, 'Minutes');
  whole('onlineCapacity', 0, 5000, 'Places');
  whole('inRoomCapacity', 0, 500, 'Places');
  if (!errors.onlineCapacity && !errors.inRoomCapacity && Number(v.onlineCapacity) + Number(v.inRoomCapacity) === 0) errors.onlineCapacity = 'A class needs at least one place.';
  if (minorOf(v.price) === null) errors.price = 'A price looks like 12 or 12.50.';
  if (!/^[A-Za-z]{3}$/.test(v.currency)) errors.currency = 'Three letters, such as EUR.';
  return errors;
}

/** The request of `POST /classes`. */
export function requestOf(v) {
  return {
    title: v.title, style: v.style, description: v.description, start: v.start.slice(0, 16), zone: v.zone, lengthMinutes: Number(v.lengthMinutes),
    onlineCapacity: Number(v.onlineCapacity), inRoomCapacity: Number(v.inRoomCapacity), price: { minor: minorOf(v.price), currency: v.currency.toUpperCase() },
    trial: Boolean(v.trial), languages: languagesOf(v), ...(v.planId ? { planId: v.planId } : {}),
  };
}
