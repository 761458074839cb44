/** A ride file that cannot be read; the message is for people. */
export class FitError extends Error {}

const RECORD = 20;
const FIELDS = { 3: 'hr', 4: 'cadence', 7: 'power' };
const TIMESTAMP = 253;
const INVALID = { 1: 0xff, 2: 0xffff, 4: 0xffffffff };

/**
 * The records of a .fit file (Garmin FIT protocol, D00001275) as `[{at, hr, cadence, power}]`: `at` in seconds from the
 * first, values that the file does not hold left out. Throws `FitError` for anything that is no whole FIT file.
 */
export function readFit(buffer) {
  const view = new DataView(buffer);
  if (view.byteLength < 14 || text(view, 8, 4) !== '.FIT') throw new FitError('This is not a .fit file.');
  const start = view.getUint8(0);
  const end = start + view.getUint32(4, true);
  if (end > view.byteLength) throw new FitError('The .fit file is cut off.');
  try {
    return records(view, start, end);
  } catch (broken) {
    if (broken instanceof RangeError) throw new FitError('The .fit file is broken.');
    throw broken;
  }
}

function records(view, start, end) {
  const definitions = new Map();
  const found = [];
  let time = null;
  for (let at = start; at < end;) {
    const header = view.getUint8(at++);
    if (header & 0x40 && !(header & 0x80)) {
      const definition = define(view, at, Boolean(header & 0x20));
      definitions.set(header & 0x0f, definition);
      at = definition.end;
      continue;
    }
    const definition = definitions.get(header & 0x80 ? (header >> 5) & 0x03 : header & 0x0f);
    if (!definition) throw new FitError('The .fit file is broken: data without its definition.');
    const values = read(view, at, definition);
    at += definition.size;
    if (header & 0x80 && time !== null) values[TIMESTAMP] = compressed(time, header & 0x1f);
    time = values[TIMESTAMP] ?? time;
    if (definition.message === RECORD && time !== null) found.push({ time, values });
  }
  return found.map(({ time: seconds, values }) => ({ at: seconds - found[0].time, ...named(values) }));
}

function define(view, at, developer) {
  const little = view.getUint8(at + 1) === 0;
  const message = view.getUint16(at + 2, little);
  const count = view.getUint8(at + 4);
  let place = at + 5;
  let size = 0;
  const fields = [];
  for (let i = 0; i < count; i++, place += 3) {
    fields.push({ number: view.getUint8(place), size: view.getUint8(place + 1), offset: size });
    size += view.getUint8(place + 1);
  }
  if (developer) {
    const more = view.getUint8(place++);
    for (let i = 0; i < more; i++, place += 3) size += view.getUint8(place + 1);
  }
  return { message, little, fields, size, end: place };
}

function read(view, at, { fields, little }) {
  const values = {};
  for (const { number, size, offset } of fields) {
    const value = size === 1 ? view.getUint8(at + offset) : size === 2 ? view.getUint16(at + offset, little) : size === 4 ? view.getUint32(at + offset, little) : null;
    if (value !== null && value !== INVALID[size]) values[number] = value;
  }
  return values;
}

/** The five low bits of a time, of which the others are those of the time before. */
function compressed(before, low) {
  return before + ((low - before) & 0x1f);
}

function named(values) {
  return Object.fromEntries(Object.entries(FIELDS).filter(([number]) => values[number] !== undefined).map(([number, name]) => [name, values[number]]));
}

function text(view, at, length) {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
