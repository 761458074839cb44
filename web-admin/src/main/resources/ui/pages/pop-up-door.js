import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { counted } from '../core/gate-counted.js';
import { GateMemory, placeAt } from '../core/gate-memory.js';
import { GateScans } from '../core/gate-scans.js';
import { GateStore } from '../core/gate-store.js';
import { GateWatch } from '../core/gate-watch.js';
import { Api, newKey } from '../core/http.js';
import { stayAwake } from '../core/stay-awake.js';
import { realTimers } from '../core/timers.js';
import { camerasReadCodes } from '../parts/gate-camera.js';
import { READER_FILES } from '../parts/gate-reader.js';
import { wordsOf } from '../parts/gate-verdict.js';
import { api, isOrganizer, keptAtDoor, signInPath } from '../parts/here.js';
import { keepFiles } from '../parts/offline.js';
import { Sound } from '../parts/sound.js';
import '../parts/busy.js';
import '../parts/gate-counts.js';
import '../parts/gate-incidents.js';
import '../parts/gate-link.js';
import '../parts/gate-list.js';
import '../parts/gate-search.js';
import '../parts/gate-setup.js';
import '../parts/gate-walk-in.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 5000;
/** A queue does not wait longer for one answer, ms: then this device decides alone. */
const PATIENCE_MS = 2000;
const TONES = { in: 'GO', no: 'ALERT', unsure: 'REST' };
const TYPED = /^.$/u;

/**
 * The check-in at the door: a pass is scanned or typed, and colour, words and a tone say whether it lets through. Where the server
 * does not answer in time the device decides alone (core/gate-watch.js), and tells the server when it is back.
 */
class PopUpDoor extends LitElement {
  static properties = { account: {}, popUpId: {}, session: { state: true }, place: { state: true }, direction: { state: true }, problem: { state: true }, afterProblem: { state: true }, said: { state: true } };

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
    .stack > [role='status']:empty {
      margin-top: calc(-1 * var(--gap));
    }
    .ways {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr));
      gap: 0.6rem;
    }
    .ways button {
      min-height: 3.2rem;
    }
    .ways [aria-pressed='true'] {
      background: var(--ink);
      border-color: var(--ink);
      color: var(--paper);
    }
    .setup {
      max-width: 32rem;
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
    }
  `];

  constructor() {
    super();
    this.direction = 'ENTRY';
    this.sound = new Sound();
    this.quick = new Api({ timeoutMs: PATIENCE_MS, pauses: [] });
    this.camera = camerasReadCodes();
    this.unlock = () => this.sound.unlock().catch(() => {});
    this.typing = (event) => this.catchKeys(event);
    this.heard = () => (navigator.onLine ? this.watch?.link.nudge() : this.watch?.link.lost());
  }

  connectedCallback() {
    super.connectedCallback();
    this.memory = new GateMemory(localStorage, this.popUpId);
    this.begin();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.watch?.door && this.watch.count(), REFRESH_MS);
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, this.unlock, { once: true });
    for (const type of ['online', 'offline']) addEventListener(type, this.heard);
    addEventListener('keydown', this.typing);
    this.sleep = stayAwake(navigator.wakeLock, document);
    keepFiles(READER_FILES).catch(() => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, this.unlock);
    for (const type of ['online', 'offline']) removeEventListener(type, this.heard);
    removeEventListener('keydown', this.typing);
    this.sleep?.();
    this.watch?.stop();
  }

  get path() {
    return `/pop-ups/${this.popUpId}`;
  }

  get it() {
    return this.watch?.it;
  }

  /** An organizer, or a supervisor among the devices, may decide against a rule. */
  get supervisor() {
    return isOrganizer(this.account) || Boolean(this.session?.supervisor);
  }

  /** The organizer stands at the door, or a device that was invited to it; nobody else. */
  async begin() {
    this.kept = { ...(await keptAtDoor(this.popUpId)), ...this.memory.read() };
    this.session = isOrganizer(this.account) ? null : await this.invited();
    if (!isOrganizer(this.account) && !this.session) return this.account ? this.requestUpdate() : location.replace(signInPath());
    this.kept = { ...this.kept, account: this.account, session: this.session, ...(this.session ? { device: this.session.device } : {}) };
    this.memory.write(this.kept);
    this.watch = new GateWatch({ popUp: this.popUpId, api: this.quick, slow: api, store: new GateStore(), timers: realTimers, now: () => Date.now() + this.quick.aheadMs, changed: () => this.moved() });
    this.watch.who = this.kept;
    this.scans = new GateScans({ ask: (scan) => this.watch.ask(scan), decide: (scan) => this.watch.decide(scan), link: this.watch.asks, nonce: newKey, changed: (scan) => this.changed(scan) });
    await this.load();
  }

  /** What this browser was invited to as a device of this door, or null. */
  async invited() {
    try {
      const session = await this.quick.get('/door-session');
      return session.popUp === this.popUpId ? session : null;
    } catch (problem) {
      return problem.status && problem.status < 500 ? null : this.kept.session ?? null;
    }
  }

  async load() {
    this.problem = null;
    try {
      await this.watch.start();
      this.focusCode();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Something is known anew. */
  moved() {
    if (this.watch.door) this.place = placeAt(this.kept, this.watch.door);
    this.requestUpdate();
  }

  changed(scan) {
    this.afterProblem = this.said = null;
    this.requestUpdate();
    if (scan.state === 'asking') return;
    if (scan === this.scans.last) this.sound.lay(TONES[wordsOf(scan).tone], performance.now());
    if (['no-such-device', 'device-is-revoked'].includes(scan.problem?.code)) this.forget();
    this.watch.count();
  }

  render() {
    if (this.session === undefined) return html`<h1 class="unseen">Door</h1><db-busy label="Opening the door"></db-busy>`;
    if (!isOrganizer(this.account) && !this.session) return html`<div class="stack"><h1>The door is for organizers</h1><p class="soft">This account visits pop-ups; it does not check passes. Whoever is to help at the door is invited there by its organizer.</p><p><a class="button" href="/pop-ups">All pop-ups</a></p></div>`;
    if (this.problem) return this.trouble();
    if (!this.place) return html`<h1 class="unseen">Door</h1><db-busy label="Opening the door"></db-busy>`;
    const { cut, asOf, untold, untaken, problem, can, alone } = this.watch;
    return html`<div class="row spread"><h1 tabindex="-1">Door: ${this.it.title}</h1><span class="row"><a href="${this.path}/counter" class="button">Counter</a>${isOrganizer(this.account) ? html`<a href="${this.path}/edit" class="button">Organize</a>` : nothing}</span></div>
      <db-gate-link .state=${{ cut, asOf, untold, untaken, problem, can, ready: alone.ready }} .zone=${this.it.place.zone} @again=${() => this.watch.again()}></db-gate-link>
      ${this.place.device ? this.desk() : html`<div class="desk setup">${this.session ? html`<db-notice kind="error">This device was revoked at the door. Ask the organizer for a new invitation.</db-notice>` : html`<db-gate-setup .popUpId=${this.popUpId} .door=${this.watch.door} @ready=${this.ready}></db-gate-setup>`}</div>`}`;
  }

  desk() {
    const { door, alone, cut } = this.watch;
    return html`${this.shut()}<div class="desk"><div class="stack">
        <db-gate-verdict .scan=${this.scans.last && { ...this.scans.last }} .zone=${this.it.place.zone} .kinds=${this.it.kinds} .problem=${this.afterProblem} .supervisor=${this.supervisor}
          @again=${() => this.scans.again(this.scans.last)} @paid=${this.paid} @override=${this.override}></db-gate-verdict>
        <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
        <form class="code" novalidate @submit=${this.type}><div class="field"><label for="code">Scan or type a code</label>
          <input id="code" name="code" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400"></div><button>Check</button></form>
        <div class="ways" role="group" aria-label="Direction">${this.way('ENTRY', 'Entry', this.place.gate.entry)}${this.way('EXIT', 'Exit', this.place.gate.exit)}</div>
        ${this.camera ? html`<db-gate-camera @code=${({ detail }) => this.scans.see(detail, this.where())}></db-gate-camera>` : nothing}
        <section class="panel stack" aria-labelledby="find"><h2 id="find">Find a guest</h2><db-gate-search .watch=${this.watch} .kinds=${this.it.kinds}></db-gate-search></section>
      </div><div class="stack">
        <section class="panel stack" aria-labelledby="counts"><h2 id="counts">${this.place.gate.name}</h2><db-gate-counts .door=${counted(door, alone.untold)}></db-gate-counts>
          <p class="small soft">Scanned by ${this.place.device.name}.</p></section>
        <section class="panel stack" aria-labelledby="last"><h2 id="last">Last scans</h2><db-gate-list .scans=${[...this.scans.list]} .zone=${this.it.place.zone} @again=${({ detail }) => this.scans.again(detail)}></db-gate-list></section>
        <section class="panel stack" aria-labelledby="walk-in"><h2 id="walk-in">Walk-in</h2><db-gate-walk-in .kinds=${this.it.kinds} .path=${this.path} .where=${this.where()} .cut=${cut} .supervisor=${this.supervisor} @sold=${this.sold}></db-gate-walk-in></section>
        <section class="panel stack" aria-labelledby="incidents"><h2 id="incidents">Incidents</h2><db-gate-incidents .incidents=${door.incidents}></db-gate-incidents></section></div></div>`;
  }

  /** Before the doors open and after the end every entry is refused; that is said before it happens. */
  shut() {
    const { alone, door, cut } = this.watch;
    const phase = cut && alone.ready ? alone.book.phaseAt(this.watch.now()) : door.phase;
    if (phase === 'DOORS_OPEN') return nothing;
    const words = { DRAFT: 'It is a draft: nobody has a ticket yet.', PUBLISHED: 'The doors are not open yet.', CLOSED: 'The pop-up is over.', CANCELLED: 'The pop-up is cancelled.' }[phase];
    return html`<db-notice kind="warn">${words} ${phase === 'PUBLISHED' && isOrganizer(this.account) ? html`<button @click=${this.open}>Open the doors now</button>` : nothing}</db-notice>`;
  }

  way(direction, text, there) {
    return there ? html`<button aria-pressed=${this.direction === direction ? 'true' : 'false'} @click=${() => (this.direction = direction)}>${text}</button>` : nothing;
  }

  trouble() {
    const none = this.problem.status === 404;
    return html`<db-trouble heading=${none ? 'There is no such door of yours' : 'The door cannot be shown'} message=${none ? 'The address may be mistyped, or it is somebody else’s pop-up.' : this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
  }

  where() {
    return { direction: this.direction, gate: this.place.gate.id, device: this.place.device.id };
  }

  type(event) {
    event.preventDefault();
    const input = this.renderRoot.querySelector('#code');
    this.scans.scan(input.value, this.where());
    input.value = '';
    input.focus();
  }

  override({ detail: { why } }) {
    const { code, direction } = this.scans.last;
    this.scans.scan(code, { ...this.where(), direction, override: why });
    this.focusCode();
  }

  /** A walk-in is the last scan too: the one at the door looks at one place. */
  sold({ detail: { scan, verdict } }) {
    this.watch.alone.heard(scan, verdict).catch(() => {});
    this.scans.list = [{ ...scan, code: '', at: Date.now(), state: 'answered', verdict, problem: null }, ...this.scans.list].slice(0, 10);
    this.changed(this.scans.last);
  }

  async paid() {
    try {
      await api.post(`${this.path}/tickets/${this.scans.last.verdict.ticket}/settle`);
      this.said = 'Paid.';
      this.scans.last.verdict = { ...this.scans.last.verdict, due: null };
    } catch (problem) {
      this.afterProblem = problem.message;
    }
    this.focusCode();
  }

  async open() {
    try {
      this.watch.it = await api.post(`${this.path}/open`);
      await this.watch.count();
    } catch (problem) {
      this.afterProblem = problem.message;
    }
    this.focusCode();
  }

  ready({ detail: { device, gate } }) {
    this.kept = { ...this.kept, device: device.id, gate };
    this.remember();
    this.watch.door = { ...this.watch.door, devices: [...this.watch.door.devices, device] };
    this.moved();
    this.watch.read().catch(() => {});
    this.focusCode();
  }

  remember() {
    this.memory.write(this.kept);
    this.watch.who = this.kept;
  }

  /** This device was revoked: it can be registered anew, under another id. */
  forget() {
    this.kept = { ...this.kept, device: null };
    this.remember();
    this.moved();
  }

  /** A scanner types wherever the focus is: its keys go to the field of the code, unless somebody fills in another. */
  catchKeys(event) {
    const at = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || !TYPED.test(event.key) || event.key === ' ' || at.matches?.('input, textarea, select')) return;
    this.renderRoot.querySelector('#code')?.focus();
  }

  async focusCode() {
    await this.updateComplete;
    this.renderRoot.querySelector('#code')?.focus();
  }
}

customElements.define('db-page-pop-up-door', PopUpDoor);
