import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms, tables } from '../style/forms.js';
import { KeptDelays } from '../core/calibration.js';
import { newKey } from '../core/http.js';
import { adviceOn, findingOf, ringOf, troubleOf } from '../core/preflight.js';
import { levelWords, MARKS, resultOf, sourceOf, STEPS } from '../core/rig-words.js';
import { millis, startText } from '../core/time.js';
import { api, isTrainer, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { checkAudio } from '../parts/rig-audio.js';
import { checkBattery } from '../parts/rig-battery.js';
import { checkCamera } from '../parts/rig-camera.js';
import { checkLink } from '../parts/rig-link.js';
import { checkMicrophone } from '../parts/rig-microphone.js';
import { checkPops } from '../parts/rig-pops.js';
import '../parts/busy.js';
import '../parts/notice.js';
import '../parts/rig-checklist.js';
import '../parts/rig-step.js';
import '../parts/rig-taps.js';
import '../parts/rig-verdict.js';

/** Under this name a delay is kept where the browser does not name what plays. */
const NAMELESS = 'this device';
const IDLE = { status: 'idle' };

/** The field kit: checks a trainer's rig on one press, puts the verdict on record, and says what is left to do before the first class. */
class Kit extends LitElement {
  static properties = { account: {}, steps: { state: true }, running: { state: true }, said: { state: true }, level: { state: true }, verdict: { state: true }, past: { state: true }, next: { state: true },
    list: { state: true }, listProblem: { state: true }, recordProblem: { state: true }, kept: { state: true } };

  static styles = [sheet, forms, tables, css`
    .head {
      max-width: 44rem;
      margin-bottom: 1.4rem;
    }
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
    }
    video {
      width: 100%;
      max-width: 26rem;
      aspect-ratio: 16 / 9;
      background: #000;
      border-radius: var(--corner);
    }
    meter {
      width: 100%;
      height: 1.1rem;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.steps = Object.fromEntries(STEPS.map(([item]) => [item, IDLE]));
    this.figures = {};
    this.pluggedIn = false;
    this.delays = new KeptDelays(localStorage);
    this.kept = this.delays.current;
    this.past = [];
  }

  connectedCallback() {
    super.connectedCallback();
    if (!isTrainer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.letGo();
    this.audio?.close();
  }

  async load() {
    this.listProblem = null;
    try {
      this.list = await api.get('/rig/checklist');
      await this.read();
    } catch (problem) {
      this.listProblem = problem.message;
    }
  }

  async read(cursor = null) {
    const page = await api.get(`/rig/verdicts${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    this.past = cursor ? [...this.past, ...page.items] : page.items;
    this.next = page.next;
  }

  render() {
    if (!isTrainer(this.account)) return html`<div class="stack"><h1>The field kit is for trainers</h1><p class="soft">This account takes part in classes; it does not run them.</p><p><a class="button" href="/">All classes</a></p></div>`;
    return html`<div class="head stack"><h1 tabindex="-1">Field kit</h1>
        <p class="soft">Checks what you hold classes with: camera, microphone, battery, link, the way to every PoP and the delay of sound. It takes about twenty seconds. Pictures and sound stay on this device; only the figures are put on record.</p>
        ${navigator.getBattery ? nothing : html`<label class="tick"><input type="checkbox" @change=${(e) => (this.pluggedIn = e.target.checked)}> This device is plugged in, or has no battery</label>`}
        <p><button class="now" aria-disabled=${this.running ? 'true' : nothing} @click=${this.check}>${this.running ? 'Checking…' : this.verdict ? 'Check again' : 'Check my rig'}</button></p>
        <p role="status">${this.said ?? nothing}</p></div>
      <div class="desk">
        <section class="panel" aria-labelledby="steps"><h2 id="steps" class="unseen">The check, step by step</h2>${STEPS.map(([item, heading]) => this.step(item, heading))}</section>
        <div class="stack">${this.record()}
          <section class="panel stack" aria-labelledby="list"><h2 id="list" tabindex="-1">Before your first class</h2>${this.checklist()}</section>
          ${this.past.length ? this.history() : nothing}</div>
      </div>`;
  }

  step(item, heading) {
    const step = this.steps[item];
    return html`<db-rig-step .heading=${heading} .step=${step}>${EXTRAS[item]?.(this, step) ?? nothing}</db-rig-step>`;
  }

  record() {
    if (!this.verdict && !this.recordProblem) return nothing;
    return html`<section class="stack" aria-label="Verdict">${this.verdict ? html`<db-rig-verdict .verdict=${this.verdict}></db-rig-verdict>` : nothing}
      ${this.recordProblem ? html`<db-notice kind="error">The verdict is not on record: ${this.recordProblem} <button @click=${this.put}>Record it again</button></db-notice>` : nothing}</section>`;
  }

  checklist() {
    if (this.listProblem) return html`<db-notice kind="error">${this.listProblem} <button @click=${this.load}>Try again</button></db-notice>`;
    return this.list ? html`<db-rig-checklist .list=${this.list}></db-rig-checklist>` : html`<db-busy label="Looking up what is left to do"></db-busy>`;
  }

  history() {
    return html`<section class="panel stack" aria-labelledby="past"><h2 id="past">Verdicts on record</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Verdicts on record"><table><thead><tr><th scope="col">When</th><th scope="col">Verdict</th><th scope="col">Best PoP</th><th scope="col">Sound</th></tr></thead>
        <tbody>${this.past.map((v) => html`<tr><th scope="row">${startText(v.at)}</th><td>${MARKS[v.verdict][0]}</td><td>${millis(Math.min(...v.figures.pops.map((p) => p.rttMs)))}</td><td>${millis(v.figures.audio?.outputMs)}</td></tr>`)}</tbody></table></div>
      ${this.next ? html`<p><button @click=${() => this.read(this.next).catch((problem) => (this.listProblem = problem.message))}>Older verdicts</button></p>` : nothing}</section>`;
  }

  /** One press: every step in turn; one that fails does not stop the others. The audio clock is started by the press itself. */
  async check() {
    if (this.running) return;
    this.running = true;
    this.figures = {};
    this.verdict = null;
    this.recordProblem = null;
    this.steps = Object.fromEntries(STEPS.map(([item]) => [item, IDLE]));
    this.audio ??= new AudioContext({ latencyHint: 'interactive' });
    const sounding = this.audio.resume();
    await this.run('CAMERA', async (progress) => {
      const { figures, stop } = await checkCamera({ video: this.renderRoot.querySelector('video'), progress });
      this.stopCamera = stop;
      return figures;
    });
    await this.run('MICROPHONE', async (progress) => {
      await sounding;
      const { figures, stream } = await checkMicrophone({ audio: this.audio, progress, meter: (db) => (this.level = db) });
      this.stream = stream;
      return figures;
    });
    await this.run('BATTERY', () => checkBattery({ pluggedIn: this.pluggedIn }));
    await this.run('LINK', (progress) => checkLink({ progress }));
    await this.run('POP', async (progress) => {
      const { pops, unreached } = await checkPops({ progress });
      this.unreached = unreached;
      return pops;
    });
    await this.run('AUDIO', async (progress) => {
      const found = await checkAudio({ audio: this.audio, stream: this.stream, progress });
      this.found = found;
      this.delays.plays(found.figures.device ?? NAMELESS);
      this.kept = this.delays.current;
      return found.figures;
    });
    this.letGo();
    this.running = false;
    await this.put();
  }

  async run(item, measure) {
    const [, , doing] = STEPS.find(([name]) => name === item);
    this.said = `${doing}.`;
    this.note(item, { status: 'running', progress: 0 });
    try {
      this.take(item, await measure((progress) => this.note(item, { status: 'running', progress })));
    } catch (problem) {
      const { message, advice } = troubleOf(problem);
      this.note(item, { status: 'failed', mark: 'NOT_READY', result: message.replace(/\.$/, ''), advice: [advice] });
    }
  }

  take(item, figures) {
    this.figures = { ...this.figures, [item]: figures };
    const finding = findingOf(item, figures);
    this.note(item, { status: 'done', mark: finding.mark, result: resultOf(item, figures), advice: adviceOn(finding) });
  }

  note(item, step) {
    this.steps = { ...this.steps, [item]: step };
  }

  letGo() {
    this.stopCamera?.();
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stopCamera = this.stream = null;
  }

  /** Puts the figures on record; the key belongs to them, so that trying again records them once. */
  async put() {
    if (this.figures !== this.keyed) [this.keyed, this.key] = [this.figures, newKey()];
    this.recordProblem = null;
    this.said = 'Putting the verdict on record.';
    const { CAMERA: camera, MICROPHONE: microphone, BATTERY: battery, LINK: link, POP: pops = [], AUDIO: audio } = this.figures;
    try {
      this.verdict = await api.post('/rig/verdicts', { camera, microphone, battery, link, pops, audio }, { key: this.key });
      this.said = `${MARKS[this.verdict.verdict][0]}. The verdict is on record.`;
      this.past = [this.verdict, ...this.past.filter(({ number }) => number !== this.verdict.number)];
      this.list = await api.get('/rig/checklist').catch(() => this.list);
    } catch (problem) {
      this.recordProblem = problem.message;
      this.said = null;
    }
  }

  /** The taps say how much later than the browser believes the beat is heard. */
  tapped({ detail: offset }) {
    const { device, bluetooth } = this.found.figures;
    this.found = { ...this.found, figures: { how: 'TAPPED', outputMs: Math.max(0, Math.round(this.found.known + offset)), roundTripMs: null, device, bluetooth } };
    this.take('AUDIO', this.found.figures);
    this.put();
  }

  keep() {
    const { figures: { device, outputMs, how }, known } = this.found;
    this.delays.keep(device ?? NAMELESS, { extraMs: Math.round(Math.max(0, outputMs - known)), outputMs, how });
    this.kept = this.delays.current;
  }

  forget() {
    this.delays.forget(this.kept.device);
    this.kept = this.delays.current;
  }
}

/** What a step shows besides its figures. */
const EXTRAS = {
  CAMERA: (kit, { status }) => html`<video muted playsinline aria-label="What the camera sees" ?hidden=${status === 'idle' || status === 'failed' || !kit.running}></video>`,
  MICROPHONE: (kit, { status }) => (status === 'running' ? html`<meter min="-60" max="0" low="-50" high="-1" optimum="-20" .value=${kit.level ?? -60} aria-label="Level of the microphone" aria-valuetext=${levelWords(kit.level ?? -60)}></meter>` : nothing),
  POP: (kit, { status }) => (status === 'done' ? trips(kit) : nothing),
  AUDIO: (kit, { status }) => (status === 'done' ? sound(kit) : nothing),
};

function trips({ figures, unreached }) {
  return html`<ul class="small">${figures.POP.map((trip) => html`<li>${trip.pop}: ${millis(trip.rttMs)}, jitter ${millis(trip.jitterMs)}, ring ${ringOf(trip.rttMs)}</li>`)}
    ${unreached.map((pop) => html`<li>${pop}: not reached</li>`)}</ul>`;
}

function sound(kit) {
  const { figures } = kit.found;
  return html`<p class="small">${sourceOf(figures, kit.found)}</p>
    ${figures.how === 'MEASURED' ? nothing : html`<db-rig-taps .audio=${kit.audio} @tapped=${(event) => kit.tapped(event)}></db-rig-taps>`}
    ${figures.how === 'REPORTED' ? nothing : html`<p><button @click=${() => kit.keep()}>Lay sounds by this delay in this browser</button></p>`}
    <div role="status">${kit.kept ? html`<p class="small">Kept of ${kit.kept.device}: sounds are laid ${kit.kept.extraMs} ms earlier than the browser would. Check again when something else plays. <button @click=${() => kit.forget()}>Forget it</button></p>` : nothing}</div>`;
}

customElements.define('db-page-kit', Kit);
