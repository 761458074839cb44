/** Which device this browser is at the door of a pop-up, and the gate it stands at; `store` is localStorage or a stand-in. */
export class GateMemory {
  constructor(store, popUpId) {
    this.store = store;
    this.key = `downbeat.gate.${popUpId}`;
  }

  /** `{device, gate}`; empty where nothing is kept or it cannot be read. */
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
      // Then the device is registered anew when the page is loaded again.
    }
  }
}

/** What is kept, as far as the door still knows it: a revoked device is none, and a gate that is gone is the first one. */
export function placeAt({ device, gate }, door) {
  const known = door.devices.find(({ id, revokedAt }) => id === device && !revokedAt);
  return { device: known ?? null, gate: door.gates.find(({ id }) => id === gate) ?? door.gates[0] };
}
