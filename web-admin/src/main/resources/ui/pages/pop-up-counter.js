import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { counterWords } from '../core/counter-words.js';
import { CounterWatch } from '../core/counter-watch.js';
import { GateMemory } from '../core/gate-memory.js';
import { GateScans } from '../core/gate-scans.js';
import { COUNTER_STORE, GateStore } from '../core/gate-store.js';
import { AT_COUNTER } from '../core/gate-words.js';
import { Api, newKey } from '../core/http.js';
import { stayAwake } from '../core/stay-awake.js';
import { realTimers } from '../core/timers.js';
import { camerasReadCodes } from '../parts/gate-camera.js';
import { READER_FILES } from '../parts/gate-reader.js';
import { api, signInPath } from '../parts/here.js';
import { keepFiles } from '../parts/offline.js';
import { Sound } from '../parts/sound.js';
import '../parts/busy.js';
import '../parts/counter-close-out.js';
import '../parts/counter-pack.js';
import '../parts/counter-verdict.js';
import '../parts/gate-link.js';
import '../parts/gate-list.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 5000;
/** Nobody at the counter waits longer for one answer, ms: then this device decides alone. */
const PATIENCE_MS = 2000;
const TONES = { in: 'GO', no: 'ALERT', unsure: 'REST' };

/**
 * Where bundles are collected: a pickup code is scanned or typed, and colour, words and a tone say what to do. Where the server does not
 * answer in time the device decides alone (core/counter-watch.js), and tells the server when it is back.
 */
class PopUpCounter extends LitElement {
  static properties = { account: {}, popUpId: {}, problem: { state: true }, packProblem: { state: true }, busy: { state: true }, adding: { state: true } };

  static styles = [sheet, forms, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
      padding-top: 1rem;
    }
    h1 {
      font-size: 1.5rem;
      overflow-wrap: anywhere;
    }
    .code {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 0.6rem;
    }
    .code button {
      min-height: 3.4rem;
    }
    form.code .field input[name='code'] {
      min-height: 3.4rem;
      font-size: 1.25rem;
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 6fr) minmax(0, 6fr);
        align-items: start;
      }
    }
  `];

  constructor() {
    super();
    this.sound = new Sound();
    this.quick = new Api({ timeoutMs: PATIENCE_MS, pauses: [] });
    this.camera = camerasReadCodes();
    this.unlock = () => this.sound.unlock().catch(() => {});
    this.heard = () => (navigator.onLine ? this.watch.link.nudge() : this.watch.link.lost());
  }

  connectedCallback() {
    super.connectedCallback();
    this.memory = new GateMemory(localStorage, this.popUpId);
    this.watch = new CounterWatch({ popUp: this.popUpId, api: this.quick, slow: api, store: new GateStore(indexedDB, COUNTER_STORE), timers: realTimers, now: () => Date.now() + this.quick.aheadMs, changed: () => this.requestUpdate() });
    this.watch.who = { account: this.account };
    this.scans = new GateScans({ ask: (scan) => this.watch.ask(scan), decide: (scan) => this.watch.decide(scan), link: this.watch.asks, nonce: newKey, changed: (scan) => this.changed(scan) });
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.watch.book && this.watch.count(), REFRESH_MS);
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, this.unlock, { once: true });
    for (const type of ['online', 'offline']) addEventListener(type, this.heard);
    this.sleep = stayAwake(navigator.wakeLock, document);
    keepFiles(READER_FILES).catch(() => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, this.unlock);
    for (const type of ['online', 'offline']) removeEventListener(type, this.heard);
    this.sleep?.();
    this.watch.stop();
  }

  /** The organizer stands here, or a device that was invited to the door of this pop-up; the server knows which. */
  async load() {
    this.problem = null;
    try {
      await this.watch.start();
      if (this.account) this.memory.write({ account: this.account });
      this.focusCode();
    } catch (problem) {
      if (problem.status === 401 && !this.account) return location.replace(signInPath());
      this.problem = problem;
    }
    return undefined;
  }

  changed(scan) {
    this.requestUpdate();
    if (scan.state !== 'asking' && scan === this.scans.last) this.sound.lay(TONES[counterWords(scan).tone], performance.now());
  }

  get zone() {
    return this.watch.book?.zone;
  }

  render() {
    if (this.problem) return this.trouble();
    if (!this.watch?.book) return html`<h1 class="unseen">Counter</h1><db-busy label="Opening the counter"></db-busy>`;
    const { cut, asOf, untold, untaken, problem, alone, book } = this.watch;
    return html`<div class="row spread"><h1 tabindex="-1">Counter: ${book.title}</h1><a class="button" href="/pop-ups/${this.popUpId}/door">Door</a></div>
      <db-gate-link .state=${{ cut, asOf, untold, untaken, problem, can: true, ready: alone.ready }} .zone=${this.zone} .names=${AT_COUNTER} @again=${() => this.watch.again()}></db-gate-link>
      ${untaken.some(({ fate }) => fate === 'DISPUTED') ? html`<p><button @click=${() => alone.seen().then(() => this.requestUpdate())}>I have seen that</button></p>` : nothing}
      <div class="desk"><div class="stack">
        <db-counter-verdict .scan=${this.scans.last && { ...this.scans.last }} .zone=${this.zone} @again=${() => this.scans.again(this.scans.last)} @hand=${this.hand}></db-counter-verdict>
        <form class="code" novalidate @submit=${this.type}><div class="field"><label for="code">Scan or type a pickup code</label>
          <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="120"></div><button>Check</button></form>
        ${this.camera ? html`<db-gate-camera @code=${({ detail }) => this.scans.see(detail, {})}></db-gate-camera>` : nothing}
        <section class="panel stack" aria-labelledby="last"><h2 id="last">Last codes</h2><db-gate-list .scans=${[...this.scans.list]} .zone=${this.zone} .words=${counterWords} @again=${({ detail }) => this.scans.again(detail)}></db-gate-list></section>
      </div><div class="stack">
        <section class="panel stack" aria-labelledby="pack"><h2 id="pack" tabindex="-1">Pack list</h2><db-counter-pack .claims=${alone.claims} .zone=${this.zone} ?cut=${cut} ?busy=${this.busy} .problem=${this.packProblem} @ready=${this.ready} @hand=${({ detail }) => this.give(detail.code, {})}></db-counter-pack></section>
        <section class="panel stack" aria-labelledby="close"><h2 id="close">Close-out</h2>${this.adding ? html`<db-counter-close-out .popUpId=${this.popUpId}></db-counter-close-out>` : html`<p class="soft">At the end: what must lie here, and whether it does.</p><p><button aria-disabled=${cut ? 'true' : nothing} @click=${() => (this.adding = !cut)}>Add up</button></p>`}</section></div></div>`;
  }

  trouble() {
    const none = [403, 404].includes(this.problem.status);
    return html`<db-trouble heading=${none ? 'There is no such counter of yours' : 'The counter cannot be shown'} message=${none ? 'The address may be mistyped, or it is somebody else’s pop-up. Whoever is to help here is invited to its door by the organizer.' : this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
  }

  type(event) {
    event.preventDefault();
    const input = this.renderRoot.querySelector('#code');
    this.scans.scan(input.value, {});
    input.value = '';
    input.focus();
  }

  hand({ detail }) {
    return this.give(this.scans.last.code, detail);
  }

  give(code, how) {
    this.scans.scan(code, how);
    this.focusCode();
  }

  async ready({ detail: { dropId, claims } }) {
    this.busy = true;
    this.packProblem = null;
    try {
      await this.watch.ready(dropId, claims);
    } catch (problem) {
      this.packProblem = problem.message;
    } finally {
      this.busy = false;
    }
  }

  async focusCode() {
    await this.updateComplete;
    this.renderRoot.querySelector('#code')?.focus({ preventScroll: true });
  }
}

customElements.define('db-page-pop-up-counter', PopUpCounter);
