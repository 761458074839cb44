import { isWhole } from './entry.js';

export const WEEKDAYS = [['MO', 'Mon'], ['TU', 'Tue'], ['WE', 'Wed'], ['TH', 'Thu'], ['FR', 'Fri'], ['SA', 'Sat'], ['SU', 'Sun']];
export const RHYTHMS = { WEEKLY: 'Every week', DAILY: 'Every day', MONTHLY: 'Every month' };
const NTH = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' };
const FULL = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' };

/** What the form of a series starts with: ten times, every week on the day of the pop-up. */
export function rhythmOf(localStart) {
  const date = new Date(`${localStart.slice(0, 10)}T00:00:00Z`);
  const day = WEEKDAYS[(date.getUTCDay() + 6) % 7][0];
  const until = new Date(date);
  until.setUTCDate(until.getUTCDate() + 63);
  return { every: 'WEEKLY', interval: '1', days: [day], nth: nthOf(date), end: 'count', count: '10', until: until.toISOString().slice(0, 10) };
}

/** Which of its weekday a day is in its month: 1 to 4, or -1 for the last. */
function nthOf(date) {
  const nth = Math.ceil(date.getUTCDate() / 7);
  return String(nth > 4 ? -1 : nth);
}

export function nthChoices() {
  return Object.entries(NTH).sort(([a], [b]) => (a < 0) - (b < 0) || a - b).map(([n, word]) => [n, `the ${word}`]);
}

/** What is wrong, by field. */
export function checkRhythm(v) {
  const errors = {};
  if (!isWhole(v.interval, 1, 99)) errors.interval = 'A whole number from 1 to 99.';
  if (v.every !== 'DAILY' && !v.days.length) errors.days = 'Choose a weekday.';
  if (v.end === 'count' && !isWhole(v.count, 2, 500)) errors.count = 'A whole number from 2 to 500.';
  if (v.end === 'until' && !/^\d{4}-\d\d-\d\d$/.test(v.until)) errors.until = 'Say the last day it may be.';
  return errors;
}

/** The rule as RFC 5545 writes it, `FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10`. */
export function ruleOf(v) {
  const days = v.every === 'DAILY' ? [] : [`BYDAY=${v.days.map((day) => (v.every === 'MONTHLY' ? v.nth + day : day)).join(',')}`];
  return [`FREQ=${v.every}`, ...(v.interval === '1' ? [] : [`INTERVAL=${v.interval}`]), ...days, v.end === 'count' ? `COUNT=${v.count}` : `UNTIL=${v.until.replaceAll('-', '')}`].join(';');
}

/** The words for a rule: `every 2 weeks on Tuesday and Thursday, 10 times`. */
export function ruleText(rule) {
  const part = Object.fromEntries(rule.split(';').map((it) => it.split('=')));
  const unit = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' }[part.FREQ];
  const every = part.INTERVAL > 1 ? `every ${part.INTERVAL} ${unit}s` : `every ${unit}`;
  const days = (part.BYDAY ?? '').split(',').filter(Boolean).map((day) => dayText(day));
  const end = part.COUNT ? `${part.COUNT} times` : `until ${dateText(`${part.UNTIL.slice(0, 4)}-${part.UNTIL.slice(4, 6)}-${part.UNTIL.slice(6, 8)}`, true)}`;
  return `${every}${days.length ? ` on ${listed(days)}` : ''}, ${end}`;
}

function dayText(day) {
  const nth = day.slice(0, -2);
  return nth ? `the ${NTH[Number(nth)] ?? `${nth}.`} ${FULL[day.slice(-2)]}` : FULL[day];
}

function listed(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A day as it is: `Tue 1 Dec`, with the year where that is not plain. */
export function dateText(date, year = false) {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC', ...(year ? { year: 'numeric' } : {}) }).replace(',', '');
}

/** What is wrong with a date, on the clocks of its place; what the server says where there are no words for it here. */
export function troubleText({ code, detail, instead }, start) {
  if (code !== 'start-does-not-exist' || !instead) return detail;
  return `${start.slice(11, 16)} does not exist on that day: the clocks go forward. Begin at ${instead.slice(11, 16)}, or leave it out.`;
}

/** A start on the clocks of its place: `Tue 1 Dec 2026, 18:00`. */
export function startWords(localStart) {
  return `${dateText(localStart, true)}, ${localStart.slice(11, 16)}`;
}

/** The request of a series: the rule, what is left out, and what begins at another time. */
export function seriesRequest(rule, out, moved) {
  return { rule, ...(out.length ? { leaveOut: out } : {}), ...(moved.length ? { moved: moved.map(([date, start]) => ({ date, start })) } : {}) };
}

const DOING = { MAKE: ['Making the pop-ups', 'made'], PUBLISH: ['Publishing', 'published'], ALIKE: ['Changing', 'changed'], CANCEL: ['Cancelling', 'cancelled'] };

/** What is being done with a series: `Making the pop-ups: 120 of 499`. */
export function roundText({ task, total, left }) {
  const [doing, done] = DOING[task];
  return left ? `${doing}: ${total - left} of ${total}` : `${total} of ${total} ${done}`;
}

/** How many dates of a series need a look, are drafts, and are published. */
export function tally(dates) {
  return {
    trouble: dates.filter(({ trouble }) => trouble && trouble.code !== 'changed-by-hand').length,
    drafts: dates.filter(({ phase }) => phase === 'DRAFT').length,
    coming: dates.filter(({ phase }) => phase === 'DRAFT' || phase === 'PUBLISHED').length,
  };
}
