/** Remembers a device's place in a class across a reload of the page; `store` is sessionStorage or a Map-like stand-in. */
export class Memory {
  constructor(store, classId) {
    this.store = store;
    this.key = `downbeat.place.${classId}`;
  }

  read() {
    try {
      return JSON.parse(this.store.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }

  write(place) {
    try {
      this.store.setItem(this.key, JSON.stringify(place));
    } catch {
      // A full or forbidden store only costs the resume after a reload.
    }
  }

  forget() {
    this.store.removeItem(this.key);
  }
}

const ANSWERED = 'downbeat.answered';

/** Remembers that `member` has answered the ask `cueId`; only the newest answer of this browser is kept. */
export function keepAnswer(store, member, cueId) {
  try {
    store.setItem(ANSWERED, `${member} ${cueId}`);
  } catch {
    // Then the question is asked again after a reload; a second answer does no harm.
  }
}

/** Whether `member` has answered the ask `cueId` in this browser. */
export function hasAnswered(store, member, cueId) {
  return store.getItem(ANSWERED) === `${member} ${cueId}`;
}

const DEVICE = 'downbeat.device';

/**
 * Takes this device's name among one person's devices (1–64 of `A–Z a–z 0–9 _ -`) out of the tab's store, or makes one. While
 * the page lives the store does not hold it: a tab that is duplicated copies the store, and two devices of one name would
 * throw each other out. `keepDeviceName` puts it back for the page that comes after a reload.
 */
export function takeDeviceName(store, random = Math.random) {
  const known = store.getItem(DEVICE);
  store.removeItem(DEVICE);
  return known ?? `d-${random().toString(36).slice(2, 10)}`;
}

export function keepDeviceName(store, name) {
  store.setItem(DEVICE, name);
}
