/** As many scans as the server takes at a time. */
const MOST = 500;

/** Tells the server what this device decided alone, batch by batch; the nonces make repeats and any order harmless. */
export class GateUpload {
  #running = null;

  /**
   * @param alone the KeptScans of this device
   * @param send posts `{scans}` and resolves with `{answers}`; fails with a `status` when refused
   * @param list what the request calls them; @param row what it says of each
   */
  constructor({ alone, send, most = MOST, list = 'scans', row = scanRow }) {
    Object.assign(this, { alone, send, most, list, row });
    this.place = new RegExp(`^${list}\\[(\\d+)\\]`);
  }

  /** Resolves when nothing is left that the server may still take. One at a time: who asks meanwhile gets the same. */
  run() {
    this.#running ??= this.#all().finally(() => (this.#running = null));
    return this.#running;
  }

  async #all() {
    for (let batch = this.alone.untold.slice(0, this.most); batch.length; batch = this.alone.untold.slice(0, this.most)) {
      await this.alone.told(await this.#sent(batch));
    }
  }

  /** One scan that is no scan to the server must not keep the others back: it is put apart, and the rest is sent. */
  async #sent(batch) {
    try {
      return (await this.send({ [this.list]: batch.map(this.row) })).answers;
    } catch (problem) {
      const bad = problem.status === 400 && batch[Number(problem.field?.match(this.place)?.[1])];
      if (!bad) throw problem;
      return [{ nonce: bad.nonce, fate: 'NOT_UNDERSTOOD' }];
    }
  }
}

function scanRow({ nonce, pass, gate, device, direction, at, reason, override }) {
  return { nonce, pass, gate, device, direction, at, reason, ...(override ? { override } : {}) };
}
