import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { areaText, toldWith, whereOf, wishText } from '../core/alert.js';
import { api, signInPath } from './here.js';
import './alert-form.js';
import './busy.js';
import './confirm.js';
import './near-card.js';
import './notice.js';
import './sheet-dialog.js';

/**
 * “Tell me”: what `account` wants to be told of around the place that is looked at (`asked`, by its name `named`), and what it was
 * told of, also while the page is open.
 */
class TellMe extends LitElement {
  static properties = { account: {}, asked: {}, named: {}, mine: { state: true }, told: { state: true }, note: { state: true }, editing: { state: true }, problem: { state: true }, said: { state: true }, gone: { state: true } };

  static styles = [sheet, css`
    :host {
      display: block;
      margin-top: 1.2rem;
    }
    .news {
      margin-top: 1rem;
      padding: 0.2rem 1rem;
      border: 2px solid var(--ink);
      border-radius: var(--corner);
      background: var(--now-soft);
    }
    .news h2 {
      margin-top: 0.8rem;
    }
    li {
      padding-block: 0.7rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    Object.assign(this, { told: [], said: '', note: '' });
  }

  updated(changed) {
    if (changed.has('account') && this.account && !this.source) this.listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.source?.close();
    this.source = null;
  }

  async listen() {
    this.source = new EventSource('/api/v1/me/alerts/told');
    this.source.addEventListener('told', (event) => this.hear(JSON.parse(event.data)));
    try {
      this.told = toldWith(this.told, (await api.get('/me/alerts/told')).items);
    } catch {
      // what is told from now on still comes, and the rest with the next visit
    }
  }

  hear(it) {
    const before = this.told.length;
    this.told = toldWith(this.told, [it]);
    if (this.told.length > before) this.said = `New near you: ${it.listing.title}`;
  }

  render() {
    const recent = this.told.slice(0, 3);
    return html`<div class="row"><button @click=${this.open} aria-haspopup="dialog">Tell me when something opens here</button></div>
      <p class="unseen" role="status">${this.said}</p>
      ${recent.length ? html`<section class="news" aria-labelledby="news"><h2 id="news">New near you</h2>${recent.map((it) => html`<db-near-card .it=${it.listing}></db-near-card>`)}</section>` : nothing}
      <db-sheet-dialog heading="Tell me" @closed=${() => (this.editing = null)}><p class="soft" role="status">${this.note}</p>${this.inside()}</db-sheet-dialog>
      <db-confirm heading="Delete this alert?" action="Delete it">You are told no more of what opens there. Nothing of it is kept.</db-confirm>`;
  }

  async open() {
    [this.editing, this.problem, this.note] = [null, null, ''];
    await this.renderRoot.querySelector('db-sheet-dialog').show();
    if (this.account) await this.load();
  }

  async load() {
    try {
      [this.mine, this.problem] = [await api.get('/me/alerts'), null];
    } catch (problem) {
      this.problem = problem;
    }
  }

  inside() {
    if (!this.account) return html`<p>Sign in, so that we know whom to tell.</p><p><a class="button now" href=${signInPath()}>Sign in</a></p>`;
    if (this.problem) return html`<db-notice kind="error">${this.problem.message} <button @click=${this.load}>Try again</button></db-notice>`;
    if (!this.mine) return html`<db-busy label="Reading your alerts"></db-busy>`;
    const { items, heldOut, letters } = this.mine;
    if (this.editing) return html`<p>${areaText(this.editing)}</p><db-alert-form .it=${this.editing} ?letters=${letters} @saved=${this.saved}></db-alert-form>`;
    return html`${heldOut ? html`<db-notice>You are one of the one in ten members whom we never tell of anything, drawn by lot: only by comparing with you can we see whether telling changes anything. Your alerts are kept as you set them, but nothing will come. Everything can still be found on this page.</db-notice>` : nothing}
      ${items.length ? html`<h3>Your alerts</h3><ul>${items.map((it) => this.one(it))}</ul>` : html`<p>You have no alerts yet.</p>`}
      ${items.length < this.mine.most ? this.fresh(letters) : html`<p>You can have at most ${this.mine.most} alerts. Delete one to add another.</p>`}`;
  }

  fresh(letters) {
    const where = whereOf(this.asked);
    return where
      ? html`<h3>New alert around ${this.asked.near ? 'your position' : this.named || 'this place'}</h3><db-alert-form .where=${where} .radius=${this.asked.radius} .kinds=${this.asked.kinds} ?letters=${letters} @saved=${this.saved}></db-alert-form>`
      : html`<p>To add one, close this, say where on the page, and come back: by the name of a place or by your position.</p>`;
  }

  one(it) {
    return html`<li><b>${areaText(it)}</b><p class="soft">${wishText(it)}</p>
      <div class="row"><button @click=${() => (this.editing = it)} aria-label="Edit: ${areaText(it)}">Edit</button>
        <button class="quiet" @click=${() => this.remove(it)} aria-label="Delete: ${areaText(it)}">Delete</button></div></li>`;
  }

  async saved() {
    const edited = this.editing;
    this.editing = null;
    await this.load();
    this.note = edited || this.mine?.heldOut ? 'Saved.' : 'Saved: you will be told.';
    await this.updateComplete;
    this.renderRoot.querySelector('li button')?.focus();
  }

  async remove(it) {
    if (!(await this.renderRoot.querySelector('db-confirm').ask())) return;
    try {
      await api.delete(`/me/alerts/${it.alertId}`);
    } catch (problem) {
      if (problem.status !== 404) {
        this.problem = problem;
        return;
      }
    }
    await this.load();
    this.note = 'Deleted.';
  }
}

customElements.define('db-tell-me', TellMe);
