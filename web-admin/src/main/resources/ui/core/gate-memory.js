const PREFIX = 'downbeat.gate.';

/**
 * Which device this browser is at the door of a pop-up, the gate it stands at, and who it is there, so that it goes on after a
 * reload without a network; `store` is localStorage or a stand-in.
 */
export class GateMemory {
  constructor(store, popUpId) {
    this.store = store;
    this.key = PREFIX + popUpId;
  }

  /** `{device, gate, account, session}`; empty where nothing is kept or it cannot be read. */
  read() {
    try {
      return JSON.parse(this.store.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }

  /** Keeps some of it; the rest stays. */
  write(place) {
    try {
      this.store.setItem(this.key, JSON.stringify({ ...this.read(), ...place }));
    } catch {
      // Then the device is registered anew when the page is loaded again.
    }
  }
}

/** Whoever signs out is nobody at any door any more. */
export function forgetDoors(store) {
  for (const key of Object.keys(store).filter((name) => name.startsWith(PREFIX))) new GateMemory(store, key.slice(PREFIX.length)).write({ account: null, session: null });
}

/** What is kept, as far as the door still knows it: a revoked device is none, and a gate that is gone is the first one. */
export function placeAt({ device, gate }, door) {
  const known = door.devices.find(({ id, revokedAt }) => id === device && !revokedAt);
  return { device: known ?? null, gate: door.gates.find(({ id }) => id === gate) ?? door.gates[0] };
}
