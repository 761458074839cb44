import { ClaimIntent, isFinal } from '../core/drop-intent.js';
import { PickupMemory } from '../core/drop-choice.js';
import { lasts, withClocks, zoneOf } from '../core/drop-words.js';
import { api, serverNow } from './here.js';

/**
 * A member's visit to a drop, wherever it is shown: what the server says of it, and everything that can be wished for. After every
 * wish it is read anew. `it` is the drop; `problem` that it cannot be shown, `stale` that it is old, `said` what was granted, `refusals` what was not, by bundle ('' of the drop).
 */
export class DropVisit {
  it = null;
  problem = null;
  stale = null;
  said = null;
  refusals = {};
  busy = false;
  /** What was granted last: for who claims from elsewhere than the drop's page. */
  granted = null;
  #round = 0;

  constructor(host, dropId) {
    Object.assign(this, { host, dropId, path: `/drops/${dropId}`, intent: new ClaimIntent(sessionStorage, dropId), memory: new PickupMemory(localStorage) });
  }

  /** The newest question counts: what was asked before somebody did something is old when its answer comes. */
  async load() {
    const round = (this.#round += 1);
    try {
      const it = await api.get(this.path);
      if (round !== this.#round) return;
      Object.assign(this, { it, problem: null, stale: null });
    } catch (problem) {
      if (round !== this.#round) return;
      if (this.it) this.stale = problem.message;
      else this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** A claim that was on its way when the page went away is asked for again, under its key. */
  async resume() {
    const was = this.intent.pending;
    if (was) await this.#keyed(was.path, was.body, was.body.bundle);
  }

  claim(body) {
    this.memory.write(body);
    return this.#keyed(`${this.path}/claims`, body, body.bundle);
  }

  wait(body) {
    this.memory.write(body);
    return this.#keyed(`${this.path}/waiting`, body, body.bundle);
  }

  enterLine() {
    return this.#act(() => api.post(`${this.path}/line`), null);
  }

  stopWaiting() {
    return this.#act(() => api.delete(`${this.path}/waiting`), 'You do not wait any more.');
  }

  accept(paying) {
    return this.#act(async () => {
      this.granted = await api.post(`${this.path}/offer/accept`, { paying });
    }, () => this.#granted());
  }

  decline() {
    return this.#act(() => api.post(`${this.path}/offer/decline`), 'Passed on to the next.');
  }

  release(claim) {
    return this.#act(() => api.post(`${this.path}/claims/${claim}/release`), 'You gave it back.');
  }

  rehome(claim, to) {
    return this.#act(() => api.put(`${this.path}/claims/${claim}/pickup`, to), 'It is collected there now.');
  }

  #keyed(path, body, bundle) {
    const { key } = this.intent.begin(path, body);
    const waits = path.endsWith('/waiting');
    return this.#act(async () => {
      try {
        this.granted = await api.post(path, waits ? body : { ...body, ...(await this.#admission()) }, { key });
      } catch (problem) {
        if (isFinal(problem)) this.intent.settled();
        throw problem;
      }
      this.intent.settled();
    }, () => (waits ? 'You are on the waiting list.' : this.#granted()), bundle);
  }

  /** What whoever was let in from a waiting room claims with; it is read anew when there is none at hand that lasts. */
  async #admission() {
    if (!this.it?.line?.perSecond) return {};
    if (!lasts(this.it.mine?.spot?.admission, serverNow())) await this.load();
    const token = this.it.mine?.spot?.admission?.token;
    return token ? { admission: token } : {};
  }

  #granted() {
    return this.granted.status === 'HELD' ? 'It is kept for you. Pay it, and it is yours.' : 'It is yours.';
  }

  async #act(send, said, at = '') {
    if (this.busy) return false;
    Object.assign(this, { busy: true, said: null, refusals: {} });
    this.host.requestUpdate();
    try {
      await send();
      this.said = typeof said === 'function' ? said() : said;
      return true;
    } catch (problem) {
      this.refusals = { [at]: this.words(problem) };
      return false;
    } finally {
      this.busy = false;
      await this.load();
    }
  }

  /** A refusal in the words and on the clocks of the place. */
  words(problem) {
    const { message, retryAfterS, status } = problem;
    const text = withClocks(message, zoneOf(this.it), serverNow());
    if (!isFinal(problem)) return `${text} Nothing is lost: the same tap again asks for the same claim${retryAfterS ? `, in ${retryAfterS} s` : ''}.`;
    return status === 401 ? 'You are not signed in any more. Sign in and try again.' : text;
  }
}
