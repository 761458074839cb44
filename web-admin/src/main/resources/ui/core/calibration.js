/**
 * Finds how long sound takes from the program to the ear. A click is a chirp: a recording is searched for its shape, so that
 * noise, music and the room's echo are not taken for it; clicks come at uneven times, so that no rhythm is taken for them.
 */
const CHIRP_S = 0.02;
const CHIRP_HZ = [1500, 5000];

/** When the clicks of one measurement are played, s after its start: no two pauses are alike. */
export const CLICK_TIMES = [0.3, 0.87, 1.61, 2.29, 3.2];
/** Sound that comes later than this is not found, s. */
export const LONGEST_S = 0.9;
/** A recording goes on for so long after its start, s. */
export const RECORDING_S = CLICK_TIMES.at(-1) + LONGEST_S + CHIRP_S;

/** Clicks to tap along with, ms apart: near the pace at which people tap most evenly. */
export const TAP_EVERY_MS = 600;
export const TAP_CLICKS = 10;
/** The first taps only find the beat. */
const TAPS_TO_FIND_THE_BEAT = 2;
const FEWEST_TAPS = 5;
/** Taps that scatter by more than this around their median say nothing, ms. */
const TAP_SCATTER_MS = 50;

/** Likeness that a click must have with the chirp, 0 to 1, how near to the common delay it must be, ms, and how many must. */
const ALIKE = 0.3;
const AGREE_MS = 1;
const FEWEST_CLICKS = 3;
/** Less energy than this within a chirp's length is silence: likeness to it means nothing. */
const SILENCE = 1e-7;

/** The samples of one click. */
export function chirp(rate) {
  const [from, to] = CHIRP_HZ;
  const length = Math.round(CHIRP_S * rate);
  return Float32Array.from({ length }, (_, i) => {
    const t = i / rate;
    const phase = 2 * Math.PI * (from * t + ((to - from) * t * t) / (2 * CHIRP_S));
    return Math.sin(phase) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (length - 1)));
  });
}

/**
 * How long clicks that were played at `times` (s from the first sample) took to come back: `{delayMs, heard}`, or null when
 * too few of them are in the recording. The delay is the one at which all clicks together fit best: of a single one the next
 * could be taken for it.
 */
export function roundTripOf(samples, rate, times = CLICK_TIMES) {
  const shape = chirp(rate);
  const lags = Math.round(LONGEST_S * rate);
  const likeness = times.map((time) => likenessFrom(samples, shape, Math.round(time * rate), lags));
  let best = { sum: 0, lag: 0 };
  for (let lag = 0; lag < lags; lag += 1) {
    let sum = 0;
    for (const alike of likeness) sum += alike[lag];
    if (sum > best.sum) best = { sum, lag };
  }
  const near = Math.round((AGREE_MS / 1000) * rate);
  const heard = likeness.filter((alike) => alike.subarray(Math.max(0, best.lag - near), best.lag + near + 1).some((value) => value >= ALIKE)).length;
  return heard < FEWEST_CLICKS ? null : { delayMs: (best.lag / rate) * 1000, heard };
}

/** How much what is heard from `from` on is like the shape, 0 to 1 for every lag: the normalised cross-correlation. */
function likenessFrom(samples, shape, from, lags) {
  const likeness = new Float32Array(lags);
  const shapeEnergy = energyOf(shape, 0, shape.length);
  const last = Math.min(from + lags - 1, samples.length - shape.length);
  let energy = last >= from ? energyOf(samples, from, shape.length) : 0;
  for (let at = from; at <= last; at += 1) {
    if (energy > SILENCE) {
      let sum = 0;
      for (let i = 0; i < shape.length; i += 1) sum += samples[at + i] * shape[i];
      likeness[at - from] = Math.abs(sum) / Math.sqrt(shapeEnergy * energy);
    }
    energy += (samples[at + shape.length] ?? 0) ** 2 - samples[at] ** 2;
  }
  return likeness;
}

function energyOf(samples, from, length) {
  let energy = 0;
  for (let i = from; i < from + length; i += 1) energy += samples[i] ** 2;
  return energy;
}

/**
 * How much later than `clicks` (ms, when they should be heard) somebody taps along: the median, or null when there are too
 * few taps or they scatter. Who taps along with a beat is some 20 to 60 ms early by nature; that is not corrected.
 */
export function tapOffset(clicks, taps) {
  const offsets = taps.slice(TAPS_TO_FIND_THE_BEAT).map((tap) => offsetFrom(clicks, tap)).filter((offset) => offset !== null);
  if (offsets.length < FEWEST_TAPS) return null;
  const middle = median(offsets);
  return median(offsets.map((offset) => Math.abs(offset - middle))) > TAP_SCATTER_MS ? null : middle;
}

/** From the click before it, unless the tap is a little early for the next one. */
function offsetFrom(clicks, tap) {
  const before = clicks.filter((click) => click - TAP_EVERY_MS / 4 <= tap).at(-1);
  return before === undefined || tap - before > TAP_EVERY_MS ? null : tap - before;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** What names of devices say when they are Bluetooth ones; a name that says nothing of it may still be one. */
const BLUETOOTH = /bluetooth|bluez|a2dp|hands-?free|airpods|\bbuds\b|earbuds|beats (solo|studio|fit|flex|pill)|\bjbl (flip|charge|go|xtreme|clip|boombox|partybox)|soundlink|soundcore|(ue|ultimate ears) .*boom|\bw[fh]-\d{3,4}/i;

/** `{name, bluetooth}` of the label that a browser gives what plays by default. */
export function deviceOf(label) {
  const name = (label ?? '').replace(/^(default|standard|communications) - /i, '').trim();
  return { name: name || null, bluetooth: BLUETOOTH.test(name) };
}

const STORE = 'downbeat.output';
const LONGEST_MS = 2000;

/**
 * What a trainer has kept of the delay of this browser's devices: `{current, devices: {name: {extraMs, outputMs, how}}}`.
 * `extraMs` is what the browser does not know of: it lays sounds by what it does know. Pages other than the field kit do not
 * learn which device plays, so the one that was checked last is taken to be the one.
 */
export class KeptDelays {
  constructor(store) {
    this.store = store;
  }

  /** How much earlier a sound must be laid than the browser thinks, ms. */
  get extraMs() {
    const { current, devices } = this.#read();
    const extra = devices[current]?.extraMs;
    return Number.isFinite(extra) ? Math.min(LONGEST_MS, Math.max(0, extra)) : 0;
  }

  /** What is kept of the device that plays: `{device, extraMs, outputMs, how}`, or null. */
  get current() {
    const { current, devices } = this.#read();
    return devices[current] ? { device: current, ...devices[current] } : null;
  }

  keep(device, { extraMs, outputMs, how }) {
    const { devices } = this.#read();
    this.#write({ current: device, devices: { ...devices, [device]: { extraMs, outputMs, how } } });
  }

  /** This device plays now: what is kept of it holds from now on, and what is kept of another does not. */
  plays(device) {
    this.#write({ ...this.#read(), current: device });
  }

  forget(device) {
    const { current, devices } = this.#read();
    const { [device]: gone, ...rest } = devices;
    this.#write({ current: current === device ? null : current, devices: rest });
  }

  #read() {
    try {
      const { current = null, devices = {} } = JSON.parse(this.store.getItem(STORE)) ?? {};
      return { current, devices: typeof devices === 'object' && devices ? devices : {} };
    } catch {
      return { current: null, devices: {} };
    }
  }

  #write(kept) {
    try {
      this.store.setItem(STORE, JSON.stringify(kept));
    } catch {
      // A full or forbidden store costs the correction, not the class.
    }
  }
}
