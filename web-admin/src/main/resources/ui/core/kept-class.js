const PREFIX = 'downbeat.class.';
const KEEP_MS = 12 * 3600 * 1000;
/** Two clocks of whole milliseconds are read, one before and one after: each may be off by one. */
const READING_MS = 2;
/** As ClockEstimate's: how far two honest crystals drift apart. */
const DRIFT = 100e-6;
/** Beyond this doubt (ms) class time is no longer worth acting on. */
const USEFUL_MS = 500;

/**
 * What this device needs to go on with a class when there is no network: who is in it, its state, plan and assets, and class
 * time. `store` is localStorage or a stand-in: what is written is there at once, also when the page is torn down.
 */
export class KeptClass {
  #parts = null;

  constructor(store, classId, wall = () => Date.now()) {
    Object.assign(this, { store, wall, key: PREFIX + classId });
  }

  /** Everything kept, or null; half a day later it is of no use. */
  read() {
    const parts = this.#all();
    return parts.keptAt > this.wall() - KEEP_MS ? parts : null;
  }

  /** Keeps some parts; the others stay. */
  write(parts) {
    this.#parts = { ...this.#all(), ...parts, keptAt: this.wall() };
    this.#put(this.key, this.#parts);
  }

  /** Class time as of now, against the wall clock and the browser's steady one: see `carried`. */
  mark(mark) {
    this.#put(`${this.key}.time`, mark);
  }

  readMark() {
    return this.#get(`${this.key}.time`);
  }

  forget() {
    this.#parts = null;
    this.store.removeItem(this.key);
    this.store.removeItem(`${this.key}.time`);
  }

  #all() {
    return (this.#parts ??= this.#get(this.key) ?? {});
  }

  #get(key) {
    try {
      return JSON.parse(this.store.getItem(key));
    } catch {
      return null;
    }
  }

  #put(key, value) {
    try {
      this.store.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden store only costs going on without a network after a reload.
    }
  }
}

/** Forgets every class: whoever uses this browser next is somebody else. */
export function forgetClasses(store) {
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}

/** What is known of class time at device time `now`, against the wall clock and the steady one (`performance.timeOrigin + now`). */
export function markOf(clock, now, wall, origin) {
  return { ct: clock.classTime(now), bound: clock.bound(now), wall, steady: origin + now };
}

/**
 * Carries class time over a reload: the interval `{low, high}` that holds class time − device time, or null. The wall clock and
 * the steady clock both tell how long the page was away; the interval spans both answers, so that a wall clock that was set,
 * or a steady one that stood still in sleep, widens the doubt instead of moving the time. Too much doubt is no knowledge.
 */
export function carried(mark, now, wall, origin) {
  if (!mark) return null;
  const away = [wall - mark.wall, origin + now - mark.steady];
  const doubt = mark.bound + READING_MS + DRIFT * Math.max(...away, 0);
  const low = mark.ct + Math.min(...away) - doubt - now;
  const high = mark.ct + Math.max(...away) + doubt - now;
  return (high - low) / 2 <= USEFUL_MS && Math.min(...away) > -READING_MS ? { low, high } : null;
}
