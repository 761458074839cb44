import { newKey } from './http.js';

const PREFIX = 'downbeat.claim.';
/** The server remembers keys for longer than this; who comes back later has changed their mind, ms. */
const LASTS_MS = 10 * 60000;

/**
 * What somebody is about to claim, under one idempotency key until the server has answered: a repeat after a lost answer, a second
 * tap or a page that was loaded again is the same claim. `store` is sessionStorage or a stand-in.
 */
export class ClaimIntent {
  constructor(store, dropId, { now = () => Date.now(), key = newKey } = {}) {
    Object.assign(this, { store, name: PREFIX + dropId, now, key });
  }

  /** `{key, path, body, at}` of what was asked and not answered; null when there is none. */
  get pending() {
    try {
      const kept = JSON.parse(this.store.getItem(this.name));
      return kept && this.now() - kept.at < LASTS_MS ? kept : null;
    } catch {
      return null;
    }
  }

  /** The same wish keeps its key; another one gets a new one. */
  begin(path, body) {
    const was = this.pending;
    const same = was && was.path === path && JSON.stringify(was.body) === JSON.stringify(body);
    const intent = same ? was : { key: this.key(), path, body, at: this.now() };
    try {
      this.store.setItem(this.name, JSON.stringify(intent));
    } catch {
      // Then only this page knows the key.
    }
    return intent;
  }

  /** The server has said yes or no. */
  settled() {
    try {
      this.store.removeItem(this.name);
    } catch {
      // It ends by itself.
    }
  }
}

/** Whether a refusal is the server's last word on a wish; else it may have been granted, or can be when asked again under its key. */
export function isFinal({ status }) {
  return Boolean(status) && status !== 429 && status !== 408 && status < 500;
}
