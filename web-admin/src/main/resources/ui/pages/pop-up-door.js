import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { GateMemory, placeAt } from '../core/gate-memory.js';
import { GateScans } from '../core/gate-scans.js';
import { Api, newKey } from '../core/http.js';
import { stayAwake } from '../core/stay-awake.js';
import { camerasReadCodes } from '../parts/gate-camera.js';
import { wordsOf } from '../parts/gate-verdict.js';
import { api, isOrganizer, signInPath } from '../parts/here.js';
import { Sound } from '../parts/sound.js';
import '../parts/busy.js';
import '../parts/gate-counts.js';
import '../parts/gate-list.js';
import '../parts/gate-setup.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 5000;
/** A queue does not wait longer for one answer, ms; it is asked for three times. */
const PATIENCE_MS = 3000;
const TONES = { in: 'GO', no: 'ALERT', unsure: 'REST' };
const TYPED = /^.$/u;

/** The check-in at the door, online: a pass is scanned or typed, and colour, words and a tone say whether it lets through. */
class PopUpDoor extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, door: { state: true }, place: { state: true }, direction: { state: true }, camera: { state: true }, cut: { state: true }, problem: { state: true }, afterProblem: { state: true }, said: { state: true } };

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
    this.asks = new Api({ timeoutMs: PATIENCE_MS });
    this.scans = new GateScans({ ask: (scan) => this.ask(scan), nonce: newKey, changed: (scan) => this.changed(scan) });
    this.unlock = () => this.sound.unlock().catch(() => {});
    this.typing = (event) => this.catchKeys(event);
    this.watch = () => (navigator.onLine ? this.count() : (this.cut = true));
  }

  connectedCallback() {
    super.connectedCallback();
    if (!isOrganizer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.door && this.count(), REFRESH_MS);
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, this.unlock, { once: true });
    for (const type of ['online', 'offline']) addEventListener(type, this.watch);
    addEventListener('keydown', this.typing);
    this.sleep = stayAwake(navigator.wakeLock, document);
    camerasReadCodes().then(async (can) => (this.camera = can));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, this.unlock);
    for (const type of ['online', 'offline']) removeEventListener(type, this.watch);
    removeEventListener('keydown', this.typing);
    this.sleep?.();
  }

  get path() {
    return `/pop-ups/${this.popUpId}`;
  }

  async load() {
    this.problem = null;
    try {
      [this.it, this.door] = await Promise.all([api.get(this.path), api.get(`${this.path}/door`)]);
      this.memory = new GateMemory(localStorage, this.popUpId);
      this.kept = this.memory.read();
      this.place = placeAt(this.kept, this.door);
      this.focusCode();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The counters, and with them whether the server can be reached. */
  async count() {
    try {
      const door = await this.asks.get(`${this.path}/door`);
      this.cut = false;
      this.door = door;
      this.place = placeAt(this.kept, door);
    } catch (problem) {
      this.cut = !problem.status || this.cut;
    }
  }

  ask(scan) {
    const { nonce, code, gate, device, direction, override } = scan;
    return this.asks.post(`${this.path}/scans`, { nonce, pass: code, gate, device, direction, ...(override ? { override } : {}) });
  }

  changed(scan) {
    this.afterProblem = this.said = null;
    this.requestUpdate();
    if (scan.state === 'asking') return;
    this.cut = scan.state === 'lost';
    if (scan === this.scans.last) this.sound.lay(TONES[wordsOf(scan).tone], performance.now());
    if (['no-such-device', 'device-is-revoked'].includes(scan.problem?.code)) this.forget();
    if (!this.cut) this.count();
  }

  render() {
    if (!isOrganizer(this.account)) return html`<div class="stack"><h1>The door is for organizers</h1><p class="soft">This account visits pop-ups; it does not check passes.</p><p><a class="button" href="/pop-ups">All pop-ups</a></p></div>`;
    if (this.problem) return this.trouble();
    if (!this.door) return html`<h1 class="unseen">Door</h1><db-busy label="Opening the door"></db-busy>`;
    return html`<div class="row spread"><h1 tabindex="-1">Door: ${this.it.title}</h1><a href="${this.path}/edit" class="button">Organize</a></div>
      <div role="status">${this.cut ? html`<db-notice kind="warn"><b>No connection.</b> This page cannot check passes until it is back, and keeps none for later.</db-notice>` : nothing}</div>
      ${this.place.device ? this.desk() : html`<div class="desk setup"><db-gate-setup .popUpId=${this.popUpId} .door=${this.door} @ready=${this.ready}></db-gate-setup></div>`}`;
  }

  desk() {
    return html`${this.shut()}<div class="desk"><div class="stack">
        <db-gate-verdict .scan=${this.scans.last && { ...this.scans.last }} .zone=${this.it.place.zone} .kinds=${this.it.kinds} .problem=${this.afterProblem}
          @again=${() => this.scans.again(this.scans.last)} @paid=${this.paid} @override=${this.override}></db-gate-verdict>
        <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
        <form class="code" novalidate @submit=${this.type}><div class="field"><label for="code">Scan or type a code</label>
          <input id="code" name="code" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400"></div><button>Check</button></form>
        <div class="ways" role="group" aria-label="Direction">${this.way('ENTRY', 'Entry', this.place.gate.entry)}${this.way('EXIT', 'Exit', this.place.gate.exit)}</div>
        ${this.camera ? html`<db-gate-camera @code=${({ detail }) => this.scans.see(detail, this.where())}></db-gate-camera>` : nothing}
      </div><div class="stack">
        <section class="panel stack" aria-labelledby="counts"><h2 id="counts">${this.place.gate.name}</h2><db-gate-counts .door=${this.door}></db-gate-counts>
          <p class="small soft">Scanned by ${this.place.device.name}.</p></section>
        <section class="panel stack" aria-labelledby="last"><h2 id="last">Last scans</h2><db-gate-list .scans=${[...this.scans.list]} @again=${({ detail }) => this.scans.again(detail)}></db-gate-list></section></div></div>`;
  }

  /** Before the doors open and after the end every entry is refused; that is said before it happens. */
  shut() {
    if (this.it.phase === 'DOORS_OPEN' || this.door.phase === 'DOORS_OPEN') return nothing;
    const words = { DRAFT: 'It is a draft: nobody has a ticket yet.', PUBLISHED: 'The doors are not open yet.', CLOSED: 'The pop-up is over.', CANCELLED: 'The pop-up is cancelled.' }[this.door.phase];
    return html`<db-notice kind="warn">${words} ${this.door.phase === 'PUBLISHED' ? html`<button @click=${this.open}>Open the doors now</button>` : nothing}</db-notice>`;
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
      this.it = await api.post(`${this.path}/open`);
      await this.count();
    } catch (problem) {
      this.afterProblem = problem.message;
    }
    this.focusCode();
  }

  ready({ detail: { device, gate } }) {
    this.kept = { device: device.id, gate };
    this.memory.write(this.kept);
    this.door = { ...this.door, devices: [...this.door.devices, device] };
    this.place = placeAt(this.kept, this.door);
    this.focusCode();
  }

  /** This device was revoked: it can be registered anew, under another id. */
  forget() {
    this.kept = { gate: this.kept.gate };
    this.memory.write(this.kept);
    this.place = placeAt(this.kept, this.door);
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
