import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { forecastText } from '../core/drop-draft.js';
import { phaseText } from '../core/drop-words.js';
import { startText } from '../core/time.js';
import { api, everything, isOrganizer, isTrainer, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/confirm.js';
import '../parts/drop-crowd.js';
import '../parts/drop-figures.js';
import '../parts/drop-form.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 3000;
const COMPOSED = ['DRAFT', 'ANNOUNCED'];

/** A trainer's desk for one drop: compose it, announce it, open it, and see how it goes. */
class DropEdit extends LitElement {
  static properties = { account: {}, dropId: {}, it: { state: true }, from: { state: true }, figures: { state: true }, claims: { state: true }, classes: { state: true }, popUps: { state: true }, problem: { state: true }, said: { state: true }, wrong: { state: true }, stockProblem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
      margin-top: 1.2rem;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      min-height: var(--touch);
      align-content: center;
    }
    .desk > .stack {
      grid-template-columns: minmax(0, 1fr);
    }
    .alone {
      max-width: 46rem;
    }
    @media (min-width: 62rem) {
      .desk:not(.alone) {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
      .desk.composing {
        grid-template-columns: minmax(0, 4fr) minmax(0, 8fr);
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!isTrainer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.it && !COMPOSED.includes(this.it.phase) && !this.busy && this.count(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  get path() {
    return `/drops/${this.dropId}`;
  }

  async load() {
    this.problem = null;
    const from = new URLSearchParams(location.search).get('from');
    try {
      const [it, past, classes, popUps] = await Promise.all([this.dropId ? api.get(this.path) : null, from && !this.dropId ? api.get(`/drops/${encodeURIComponent(from)}`) : null, api.get('/classes?when=mine'), isOrganizer(this.account) ? everything('/me/pop-ups') : []]);
      this.classes = classes.items.map(({ id, title, start }) => [id, `${title}, ${startText(start)}`]);
      this.popUps = popUps;
      [this.it, this.from] = [it, past];
      this.shown = true;
      await this.count();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Figures are worth a look, and no alarm when it fails. */
  async count() {
    if (!this.it) return;
    if (COMPOSED.includes(this.it.phase)) {
      this.figures = await api.get(`${this.path}/figures`).catch(() => null);
      return;
    }
    const [it, figures, claims] = await Promise.all([api.get(this.path), api.get(`${this.path}/figures`), everything(`${this.path}/claims`)]).catch(() => []);
    if (it && !this.busy) [this.it, this.figures, this.claims] = [it, figures, claims];
  }

  render() {
    if (!isTrainer(this.account)) return html`<div class="stack"><h1>Drops are composed by trainers</h1><p class="soft">This account claims; it does not compose.</p><p><a class="button" href="/wallet">Your wallet</a></p></div>`;
    if (this.problem || (this.it && !this.it.owner)) return this.trouble();
    if (!this.shown) return html`<h1 class="unseen">Drop</h1><db-busy label="Opening the desk"></db-busy>`;
    const { it } = this;
    const composing = !it || COMPOSED.includes(it.phase);
    return html`<div class="row"><h1 tabindex="-1">${it?.title ?? 'New drop'}</h1>${it ? html`<span class="badge ${it.phase === 'OPEN' ? 'live' : ''}">${phaseText(it.phase)}</span>` : nothing}</div>
      <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.wrong ? html`<db-notice kind="error">${this.wrong}</db-notice>` : nothing}
      <div class="desk ${it ? (composing ? 'composing' : '') : 'alone'}">${it ? html`<div class="stack">${this.life(it)}${composing ? this.ahead() : this.goes(it)}</div>` : nothing}
        ${composing ? html`<section class="panel stack" aria-labelledby="what"><h2 class="unseen" id="what">What it is</h2><db-drop-form .it=${it} .from=${this.from} .classes=${this.classes} .popUps=${this.popUps} @saved=${this.saved}></db-drop-form></section>` : this.crowd()}</div>
      <db-confirm id="withdraw" heading="Take this claim back?" action="Take it back">The member is told. This cannot be undone.</db-confirm>
      <db-confirm id="close" heading="Close the drop?" action="Close it">Nothing is claimed any more. What is claimed can still be collected.</db-confirm>`;
  }

  life(it) {
    const does = (what, words, look = '') => html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.turn(what)}>${words}</button>`;
    const next = { DRAFT: html`<p>Nobody but you sees it. Announce it, and members see what is coming; the order of the waiting room is fixed by then.</p><p>${does('announce', 'Announce it', 'now')}</p>`,
      ANNOUNCED: html`<p>${it.classId ? 'It opens by itself when its class closes.' : 'Open it when the moment has come.'} ${it.line?.size ? `${it.line.size} are in the waiting room.` : ''}</p><p>${does('open', 'Open it now', it.classId ? '' : 'now')}</p>`,
      OPEN: html`<p>It is open. ${it.waiting ? `${it.waiting} wait for a unit that comes back.` : ''}</p><p>${does('close', 'Close it')}</p>` }[it.phase];
    return html`<section class="panel stack" aria-label="What to do">${next ?? html`<p class="soft">${it.phase === 'CANCELLED' ? `Cancelled: ${it.cancelReason}` : 'It is closed; what is claimed can still be collected.'}</p>`}
      ${it.phase === 'DRAFT' ? nothing : html`<p class="row"><a class="button" href=${this.path}>What members see</a><a class="button" href="/drops/new?from=${it.dropId}">Compose the next from it</a></p>`}
      ${['CLOSED', 'CANCELLED'].includes(it.phase) ? nothing : html`<details><summary class="soft">Cancel the drop</summary><form novalidate @submit=${this.cancel}><div class="field"><label for="reason">Why</label><input id="reason" name="reason" maxlength="500" autocomplete="off" required></div><p class="small soft">Everybody who has claimed reads this.</p><p><button class="danger">Cancel the drop</button></p></form></details>`}</section>`;
  }

  ahead() {
    const words = forecastText(this.figures?.forecast);
    return words ? html`<section class="panel stack" aria-labelledby="ahead"><h2 id="ahead">Forecast</h2><p>${words}</p></section>` : nothing;
  }

  goes(it) {
    if (!this.figures) return nothing;
    return html`<section class="panel stack" aria-labelledby="goes"><h2 id="goes" tabindex="-1">How it goes</h2><db-drop-figures .it=${it} .figures=${this.figures} .problem=${this.stockProblem} ?open=${it.phase === 'OPEN'} ?busy=${this.busy} @restock=${this.restock} @settle=${this.settle}></db-drop-figures></section>`;
  }

  crowd() {
    return html`<section class="panel stack" aria-labelledby="crowd"><h2 id="crowd" tabindex="-1">Claims</h2>${this.claims ? html`<db-drop-crowd .claims=${this.claims} .points=${this.it.points} ?busy=${this.busy} @withdraw=${this.withdraw}></db-drop-crowd>` : html`<p class="soft">The claims are not here yet.</p>`}</section>`;
  }

  trouble() {
    const none = this.problem?.status === 404 || !this.problem;
    return html`<db-trouble heading=${none ? 'There is no such drop of yours' : 'This drop cannot be shown'} message=${none ? 'The address may be mistyped, or it is somebody else’s.' : this.problem.message} @again=${this.load}><a class="button" href="/drops">Your drops</a></db-trouble>`;
  }

  saved({ detail }) {
    if (!this.it) return location.assign(`/drops/${detail.dropId}/edit`);
    this.it = detail;
    this.said = 'It is saved.';
    return undefined;
  }

  async turn(what) {
    if (what === 'close' && !(await this.renderRoot.querySelector('#close').ask())) return;
    await this.act(() => api.post(`${this.path}/${what}`), { announce: 'It is announced.', open: 'It is open.', close: 'It is closed.' }[what]);
  }

  async cancel(event) {
    event.preventDefault();
    const reason = event.target.elements.reason;
    if (!reason.value.trim()) return reason.focus();
    await this.act(() => api.post(`${this.path}/cancel`, { reason: reason.value.trim() }), 'It is cancelled.');
    return undefined;
  }

  async withdraw({ detail }) {
    if (!(await this.renderRoot.querySelector('#withdraw').ask())) return;
    await this.act(() => api.post(`${this.path}/claims/${detail.claimId}/release`), 'The claim is taken back.');
  }

  async restock({ detail: { point, ...stock } }) {
    await this.act(() => api.put(`${this.path}/points/${point}/stock`, stock), 'The stock is set.', (problem) => (this.stockProblem = problem.message));
  }

  async settle({ detail: { claim } }) {
    await this.act(() => api.post(`${this.path}/claims/${claim}/refund/settle`), 'It is noted that the money is paid back.');
  }

  async act(send, said, refused = (problem) => (this.wrong = problem.message)) {
    if (this.busy) return;
    Object.assign(this, { busy: true, said: null, wrong: null, stockProblem: null });
    try {
      await send();
      this.said = said;
      this.it = await api.get(this.path);
    } catch (problem) {
      refused(problem);
    } finally {
      this.busy = false;
      await this.count();
    }
  }
}

customElements.define('db-page-drop-edit', DropEdit);
