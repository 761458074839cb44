/** The columns a file of pop-ups must have, and those it may have. */
export const NEEDED = ['key', 'title', 'host', 'place', 'address', 'lat', 'lon', 'zone', 'start', 'minutes', 'capacity'];
export const MAY_BE = ['description', 'accessibility', 'doors_early', 'ticket', 'category', 'price', 'currency', 'per_person', 'refund_hours', 'late_refund_percent'];
export const LARGEST = 1024 * 1024;

const STATES = { MADE: 'Made', THERE: 'There already', WRONG: 'Not made' };

/** Why a file cannot be sent at all, or null. */
export function wrongFile({ name, size }) {
  if (!/\.(csv|txt)$/i.test(name)) return 'A file of rows ends in .csv; spreadsheets save one as “CSV UTF-8”.';
  if (size > LARGEST) return `It has ${(size / LARGEST).toFixed(1)} MB; 1 MB is taken.`;
  return size === 0 ? 'The file is empty.' : null;
}

export function stateText(state) {
  return STATES[state] ?? state;
}

/** What became of a file: `3 made, 1 there already, 2 not made`. */
export function importText({ made, there, wrong }) {
  return [[made, 'made'], [there, 'there already'], [wrong, 'not made']].filter(([n]) => n).map(([n, word]) => `${n} ${word}`).join(', ');
}

/** A file to begin with: every column, and one row that is right. */
export function exampleFile(start) {
  const row = { key: '1', title: 'Morning ride', description: 'Bring a bottle.', host: 'Velo Club Nord', place: 'Market hall', address: '"Marktplatz 1, 20095 Hamburg"', lat: '53.55', lon: '9.99', zone: 'Europe/Berlin', accessibility: 'Step-free.', start, minutes: '90', doors_early: '30', capacity: '40', ticket: 'Entry', category: 'FREE', price: '0', currency: 'EUR', per_person: '2', refund_hours: '24', late_refund_percent: '0' };
  const columns = [...NEEDED, ...MAY_BE];
  return `${columns.join(',')}\r\n${columns.map((column) => row[column]).join(',')}\r\n`;
}
