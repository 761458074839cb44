import { instantAt, localAt } from './place-instant.js';

export const MOST_GATES = 50;

/** The gates of a door as their form has them; times are those of the place. */
export function draftFrom(gates, zone) {
  return gates.map(({ id, name, entry, exit, reentry, kinds, openFrom, openUntil }) => ({
    id, name, entry, exit, reentry, kinds, openFrom: openFrom ? localAt(openFrom, zone) : '', openUntil: openUntil ? localAt(openUntil, zone) : '',
  }));
}

/** One more gate: in and out, for everybody, as long as the doors are open. */
export function freshGate() {
  return { id: '', name: '', entry: true, exit: true, reentry: false, kinds: [], openFrom: '', openUntil: '' };
}

/** A draft with what its form says now; fields are named `gates[0].name`, ticks of kinds `gates[0].kind.free`. */
export function withForm(gates, said) {
  return gates.map((gate, i) => {
    const of = (name) => said[`gates[${i}].${name}`];
    const kinds = Object.keys(said).filter((name) => name.startsWith(`gates[${i}].kind.`) && said[name]).map((name) => name.slice(`gates[${i}].kind.`.length));
    return { ...gate, name: of('name') ?? gate.name, entry: of('entry') ?? gate.entry, exit: of('exit') ?? gate.exit, reentry: of('reentry') ?? gate.reentry, kinds, openFrom: of('openFrom') ?? gate.openFrom, openUntil: of('openUntil') ?? gate.openUntil };
  });
}

/** What is wrong, by field; an empty object when all is well. */
export function checkGates(gates, zone) {
  return Object.fromEntries(gates.flatMap((gate, i) => Object.entries(checkGate(gate, zone)).map(([name, words]) => [`gates[${i}].${name}`, words])));
}

function checkGate({ name, entry, exit, openFrom, openUntil }, zone) {
  const errors = {};
  if (!name) errors.name = 'Name this gate.';
  if (!entry && !exit) errors.entry = 'Somebody must come in or go out here.';
  if (!openFrom && !openUntil) return errors;
  const [from, until] = [openFrom, openUntil].map((local) => instantAt(local, zone));
  if (!openFrom) errors.openFrom = 'Say also from when; or leave both empty.';
  else if (!from) errors.openFrom = 'The clocks of the place never show this.';
  if (!openUntil) errors.openUntil = 'Say also until when; or leave both empty.';
  else if (!until) errors.openUntil = 'The clocks of the place never show this.';
  if (from && until && from >= until) errors.openUntil = 'It closes after it opens.';
  return errors;
}

/** The request of `PUT /pop-ups/{id}/gates`. A gate keeps its id for good: scans name it. */
export function requestOf(gates, zone) {
  const taken = new Set(gates.map(({ id }) => id).filter(Boolean));
  return { gates: gates.map((gate) => gateRequest(gate, zone, taken)) };
}

function gateRequest({ id, name, entry, exit, reentry, kinds, openFrom, openUntil }, zone, taken) {
  const own = id || freeId(name, taken);
  taken.add(own);
  return { id: own, name, entry, exit, reentry: entry && reentry, kinds, ...(openFrom ? { openFrom: instantAt(openFrom, zone), openUntil: instantAt(openUntil, zone) } : {}) };
}

/** An id that its name suggests, `north-gate`, and a number where another has it. */
function freeId(name, taken) {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'gate';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** The field of the form that a field of a refused request stands in, or null when it stands in none. */
export function fieldOf(name) {
  const found = /^(gates\[\d+\])\.(\w+)/.exec(name ?? '');
  return found ? `${found[1]}.${{ id: 'name', kinds: 'name', exit: 'entry' }[found[2]] ?? found[2]}` : null;
}
