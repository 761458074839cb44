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

/** This device's name among one person's devices: 1–64 of `A–Z a–z 0–9 _ -`, kept for the tab. */
export function deviceName(store, random = Math.random) {
  const known = store.getItem('downbeat.device');
  if (known) return known;
  const name = `d-${random().toString(36).slice(2, 10)}`;
  store.setItem('downbeat.device', name);
  return name;
}
