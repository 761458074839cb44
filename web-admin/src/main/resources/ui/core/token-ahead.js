import { realTimers } from './timers.js';

/** Between two requests for a token that nobody has asked for yet, ms. */
const APART_MS = 60000;
/** A token kept this long (ms) is fetched anew: the server's are good for two minutes. */
const RENEW_MS = 90000;
/** A token older than this (ms), or that expires sooner than `LEFT_MS`, is not used any more. */
const OLD_MS = 100000;
const LEFT_MS = 20000;

/**
 * Has a join token at hand before somebody asks for it, so that the press on join opens the socket at once. A token is kept in
 * memory only and handed out once. Whatever goes wrong ahead is nobody's trouble yet: who takes a token then asks as ever, and
 * is told what is wrong. Ages are taken by two clocks, the higher counts: the steady one may stand still while a device sleeps.
 */
export class TokenAhead {
  #wanted = false;
  #asked = { now: -Infinity, wall: -Infinity };
  #coming = null;
  #held = null;
  #timer = null;

  /** @param ask fetches `{token, url, expiresAt}`; its argument is whether nobody has pressed join yet */
  constructor({ ask, now = () => performance.now(), wall = () => Date.now(), timers = realTimers }) {
    Object.assign(this, { ask, now, wall, timers });
  }

  /** Whether somebody looks at a page on which join may be pressed at any moment. */
  want(wanted) {
    this.#wanted = wanted;
    this.#keepUp();
  }

  /**
   * The token at hand, or the one that is under way, or one that is asked for now; `anew`, that one only. A token fetched ahead
   * says so: nobody was counted as asking to be let in when it was given out.
   */
  async take(anew = false) {
    if (anew) return this.ask(false);
    const [held, coming] = [this.#held, this.#coming];
    this.#held = this.#coming = null;
    this.#keepUp();
    if (held && this.#good(held)) return held.token;
    return (await coming) ?? this.ask(false);
  }

  #keepUp() {
    this.timers.clear(this.#timer);
    if (!this.#wanted || this.#coming) return;
    const wait = (this.#held ? RENEW_MS : APART_MS) - this.#age(this.#asked);
    if (wait > 0) this.#timer = this.timers.set(() => this.#keepUp(), wait);
    else this.#fetch();
  }

  async #fetch() {
    const asked = { now: this.now(), wall: this.wall() };
    const coming = this.ask(true).then(
      (token) => ({ ...token, ahead: true }),
      () => null,
    );
    this.#asked = asked;
    this.#coming = coming;
    const token = await coming;
    if (coming !== this.#coming) return; // somebody has taken it
    this.#coming = null;
    this.#held = token && { token, asked };
    this.#keepUp();
  }

  #age({ now, wall }) {
    return Math.max(this.now() - now, this.wall() - wall);
  }

  #good({ token: { expiresAt }, asked }) {
    return this.#age(asked) < OLD_MS && (!expiresAt || Date.parse(expiresAt) - this.wall() > LEFT_MS);
  }
}
