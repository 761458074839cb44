/** The columns a file of pop-ups must have, and those it may have. */
export const NEEDED = ['key', 'title', 'host', 'place', 'address', 'lat', 'lon', 'zone', 'start', 'minutes', 'capacity'];
export const MAY_BE = ['description', 'accessibility', 'doors_early', 'ticket', 'category', 'price', 'currency', 'per_person', 'refund_hours', 'late_refund_percent'];
export const LARGEST = 1024 * 1024;

/** Files of rows and of calendars, as a file picker asks for them. */
export const KINDS = '.csv,.txt,.ics,.html,.htm,.json,.jsonld,text/csv,text/calendar,text/html,application/ld+json';

const STATES = { MADE: 'Made', FITS: 'Can be made', THERE: 'There already', SKIPPED: 'Skipped', WRONG: 'Not possible' };
const ENDING = /\.(csv|txt|ics|html?|json|jsonld)$/i;

/** Why a file cannot be sent at all, or null. */
export function wrongFile({ name, size }) {
  if (!ENDING.test(name)) return 'Rows end in .csv (spreadsheets save “CSV UTF-8”), calendars in .ics, pages with events in .html, .json or .jsonld.';
  if (size > LARGEST) return `It has ${(size / LARGEST).toFixed(1)} MB; 1 MB is taken.`;
  return size === 0 ? 'The file is empty.' : null;
}

/** Where a file is tried or taken, with what holds for the events that do not say it themselves. */
export function importPath(dryRun, { zone, host, capacity }) {
  const said = Object.entries({ zone, host, capacity }).map(([name, value]) => [name, `${value ?? ''}`.trim()]).filter(([, value]) => value);
  return `/pop-ups/import?${new URLSearchParams([...(dryRun ? [['dryRun', 'true']] : []), ...said])}`;
}

export function stateText(state) {
  return STATES[state] ?? state;
}

/** What became of a file, or would: `3 made, 1 there already, 2 not possible`. */
export function importText({ made, fits = 0, there, skipped = 0, wrong }) {
  return [[made, 'made'], [fits, 'can be made'], [there, 'there already'], [skipped, 'skipped'], [wrong, 'not possible']].filter(([n]) => n).map(([n, word]) => `${n} ${word}`).join(', ');
}

/** What the button that takes a tried file says. */
export function makeText(fits) {
  return fits === 1 ? 'Make 1 draft' : `Make ${fits} drafts`;
}

/** A file to begin with: every column, and one row that is right. */
export function exampleFile(start) {
  const row = { key: '1', title: 'Morning ride', description: 'Bring a bottle.', host: 'Velo Club Nord', place: 'Market hall', address: '"Marktplatz 1, 20095 Hamburg"', lat: '53.55', lon: '9.99', zone: 'Europe/Berlin', accessibility: 'Step-free.', start, minutes: '90', doors_early: '30', capacity: '40', ticket: 'Entry', category: 'FREE', price: '0', currency: 'EUR', per_person: '2', refund_hours: '24', late_refund_percent: '0' };
  const columns = [...NEEDED, ...MAY_BE];
  return `${columns.join(',')}\r\n${columns.map((column) => row[column]).join(',')}\r\n`;
}
