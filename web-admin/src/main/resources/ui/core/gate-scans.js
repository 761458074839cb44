/** A pass that stays before the camera is one scan: it is read anew after it was away for this long, ms. */
const AWAY_MS = 2500;
/** How many scans stay on the list. */
const SHOWN = 10;

/**
 * The scans of one device at one gate or counter. A scan has one nonce for its whole life: whatever is sent again is the same scan, and lets
 * in once however often it is asked. Where nobody answers the device decides alone, under the same nonce; a scan that it cannot
 * decide either stays undecided until somebody asks again.
 *
 * @param ask sends a scan, `{code, nonce, …}`, and resolves with the server's verdict; fails with a `status` when refused
 * @param link whether the server can be asked (`cut`), and who is told when it cannot (`lost()`)
 * @param decide decides a scan without the server; fails when this device cannot
 * @param changed is told after every change
 */
export class GateScans {
  list = [];
  #seen = null;

  constructor({ ask, nonce, link = { cut: false, lost: () => {} }, decide = async () => { throw new Error('This device cannot decide alone.'); }, now = () => Date.now(), changed = () => {} }) {
    Object.assign(this, { ask, nonce, link, decide, now, changed });
  }

  get last() {
    return this.list[0] ?? null;
  }

  /** A typed code, or one that a scanner typed. Nothing happens without one. `where` is kept with it: `{gate, device, direction, override}` at a door. */
  async scan(code, where) {
    const text = code.trim();
    if (!text) return null;
    const scan = { ...where, code: text, nonce: this.nonce(), at: this.now(), state: 'asking', verdict: null, problem: null };
    this.list = [scan, ...this.list].slice(0, SHOWN);
    await this.#send(scan);
    return scan;
  }

  /** What the camera reads, many times a second: a scan only when it was not there a moment ago. */
  see(code, where) {
    const known = this.#seen?.code === code && this.now() - this.#seen.at < AWAY_MS;
    this.#seen = { code, at: this.now() };
    return known ? null : this.scan(code, where);
  }

  /** Asks again for a scan that was not answered, under its own nonce. */
  again(scan) {
    return scan.state === 'lost' ? this.#send(scan) : null;
  }

  async #send(scan) {
    scan.state = 'asking';
    this.changed(scan);
    try {
      scan.verdict = await this.#verdict(scan);
      scan.state = 'answered';
    } catch (problem) {
      scan.state = isAway(problem) ? 'lost' : 'refused';
      scan.problem = problem;
    }
    this.changed(scan);
  }

  async #verdict(scan) {
    if (!this.link.cut) {
      try {
        return await this.ask(scan);
      } catch (problem) {
        if (!isAway(problem)) throw problem;
        this.link.lost();
      }
    }
    return this.decide(scan);
  }
}

/** Nobody answered, or somebody who cannot at the moment: what the device may then decide alone. */
export function isAway({ status }) {
  return !status || status === 429 || status >= 500;
}
