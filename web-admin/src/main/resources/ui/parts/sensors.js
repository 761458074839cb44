import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { Crank, SENSORS } from '../core/gatt.js';
import { FitError, readFit } from '../core/fit.js';
import { keptMaxHr } from './heart.js';

const SHARES = [['hr', 'Heart rate'], ['cadence', 'Cadence'], ['power', 'Power'], ['reps', 'Reps']];
const STORE = 'downbeat.share';

/** A member's sensors: a strap, a bike, or a recorded ride; and what of it the others may see: nothing until chosen. */
class Sensors extends LitElement {
  static properties = { session: {}, tick: {}, sources: { state: true }, problem: { state: true }, share: { state: true } };

  static styles = [sheet, forms, css`
    :host([hidden]) {
      display: none;
    }
    summary {
      cursor: pointer;
      font-weight: 650;
      min-height: var(--touch);
      align-content: center;
    }
    .values {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1.4rem;
      font-size: 1.7rem;
    }
    .values small {
      font-size: var(--small);
    }
    .shares {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.2rem;
      border: 0;
      padding: 0;
    }
    .shares label {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-height: var(--touch);
      font-weight: 400;
    }
    .shares input {
      width: 1.35rem;
      height: 1.35rem;
    }
    .stack {
      grid-template-columns: minmax(0, 1fr);
    }
    input[type='file'] {
      width: 100%;
      min-width: 0;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  constructor() {
    super();
    this.sources = new Map();
    this.share = readShare();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const { stop } of this.sources.values()) stop();
    this.sources = new Map();
  }

  updated(changed) {
    if (changed.has('session')) this.told = null;
    if (changed.has('session') && this.session) this.session.vitals.maxHr = keptMaxHr();
    // A relay that was started anew, or a new socket, does not know what is shared.
    if (this.session?.status === 'live' && this.told !== this.session.rejoined) this.tellShare();
  }

  render() {
    const reading = this.session?.vitals.reading ?? {};
    return html`<details><summary>Sensors${reading.hr ? html` <span class="figure">${reading.hr} bpm</span>` : nothing}</summary><div class="stack">
      <p class="values" role="group" aria-label="What your sensors say">${SHARES.map(([key, label]) => html`<span><span class="figure">${reading[key] ?? '–'}</span> <small class="soft">${label}</small></span>`)}</p>
      <div class="row">${this.bluetooth('strap', 'Heart-rate strap')}${this.bluetooth('bike', 'Bike or trainer')}</div>
      ${navigator.bluetooth ? nothing : html`<p class="small soft">This browser cannot reach Bluetooth sensors; Chrome and Edge can.</p>`}
      <div class="field"><label for="fit">Or replay a recorded ride (.fit)</label><input id="fit" type="file" accept=".fit" @change=${this.replay}></div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <fieldset class="shares"><legend>The others may see my</legend>${SHARES.map(([key, label]) => html`<label><input type="checkbox" .checked=${Boolean(this.share[key])} @change=${(e) => this.choose(key, e.target.checked)}> ${label}</label>`)}</fieldset>
      <db-heart @heart=${({ detail }) => (this.session.vitals.maxHr = detail.maxHr)}></db-heart></div></details>`;
  }

  bluetooth(kind, label) {
    const on = this.sources.has(kind);
    return html`<button aria-pressed=${on} aria-disabled=${navigator.bluetooth ? nothing : 'true'} @click=${() => (on ? this.drop(kind) : this.connect(kind))}>${on ? `${label}: disconnect` : label}</button>`;
  }

  async connect(kind) {
    if (!navigator.bluetooth) return;
    this.problem = null;
    const wanted = SENSORS[kind];
    try {
      const device = await navigator.bluetooth.requestDevice({ filters: wanted.map(({ service }) => ({ services: [service] })), optionalServices: wanted.map(({ service }) => service) });
      await this.listen(kind, device, wanted);
    } catch (problem) {
      if (problem.name !== 'NotFoundError') this.problem = `The sensor could not be connected: ${problem.message}`;
    }
  }

  /** Every characteristic the sensor has; a strap that went out of reach is connected again when it is back. */
  async listen(kind, device, wanted) {
    const server = await device.gatt.connect();
    const crank = new Crank();
    for (const { service, characteristic, read } of wanted) {
      const found = await server.getPrimaryService(service).then((s) => s.getCharacteristic(characteristic)).catch(() => null);
      if (!found) continue;
      found.addEventListener('characteristicvaluechanged', ({ target }) => this.sensed(read(target.value), crank));
      await found.startNotifications();
    }
    const again = () => this.sources.has(kind) && device.gatt.connect().then(() => this.listen(kind, device, wanted)).catch(() => setTimeout(again, 3000));
    device.addEventListener('gattserverdisconnected', again, { once: true });
    this.sources = new Map(this.sources).set(kind, { stop: () => device.gatt.disconnect() });
  }

  sensed({ crank, ...reading }, counter) {
    const cadence = crank ? counter.cadenceOf(crank) : null;
    this.session.vitals.sensed(cadence === null ? reading : { ...reading, cadence });
  }

  drop(kind) {
    const { stop } = this.sources.get(kind);
    this.sources = new Map([...this.sources].filter(([name]) => name !== kind));
    stop();
  }

  async replay(event) {
    const file = event.target.files[0];
    this.problem = null;
    if (!file) return;
    if (this.sources.has('fit')) this.drop('fit');
    try {
      const ride = readFit(await file.arrayBuffer());
      if (!ride.length) throw new FitError('This ride has no records.');
      this.play(ride);
    } catch (problem) {
      this.problem = problem instanceof FitError ? problem.message : 'The file could not be read.';
    }
  }

  /** Goes through the ride second by second, and from its start again. */
  play(ride) {
    const began = performance.now();
    const length = ride.at(-1).at + 1;
    const timer = setInterval(() => {
      const at = ((performance.now() - began) / 1000) % length;
      const { at: _, ...reading } = ride.findLast((record) => record.at <= at);
      this.session.vitals.sensed(reading);
    }, 1000);
    this.sources = new Map(this.sources).set('fit', { stop: () => clearInterval(timer) });
  }

  choose(key, on) {
    this.share = { ...this.share, [key]: on };
    localStorage.setItem(STORE, JSON.stringify(this.share));
    this.tellShare();
  }

  tellShare() {
    this.told = this.session.rejoined;
    const chosen = Object.fromEntries(SHARES.map(([key]) => [key, Boolean(this.share[key])]));
    if (Object.values(chosen).some(Boolean) || this.everShared) {
      this.everShared = true;
      this.session.command('share', chosen).catch((problem) => (this.problem = problem.message));
    }
  }
}

function readShare() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

customElements.define('db-sensors', Sensors);
