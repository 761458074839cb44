/** What a code of a ticket on its way says of itself: `{ticket, kind, giver}`, or null. Only for the eye: the server verifies it. */
export function readTransfer(code) {
  try {
    const bytes = Uint8Array.from(atob(code.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const { ticket, kind, name } = JSON.parse(new TextDecoder().decode(bytes));
    return ticket && kind ? { ticket, kind, giver: name ?? '' } : null;
  } catch {
    return null;
  }
}

/** Keeps the code of a link while its reader signs in; `store` is sessionStorage or a stand-in. */
export class HandedCode {
  constructor(store, popUpId) {
    this.store = store;
    this.key = `downbeat.take.${popUpId}`;
  }

  /** The code of the address, or the one kept from before signing in; empty when there is none. */
  read(hash) {
    if (hash.length > 1) return hash.slice(1);
    try {
      return this.store.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  keep(code) {
    try {
      this.store.setItem(this.key, code);
    } catch {
      // Then the link is opened again after signing in.
    }
  }

  forget() {
    try {
      this.store.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
