import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { startText } from '../core/time.js';
import { deliveryText, toldText } from '../core/webhook-words.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './busy.js';
import './notice.js';

/** While something is on its way (ms). */
const SOON_MS = 2000;
const AT_ONCE = 10;

/** What a webhook was told, the newest first, and telling it again. `load()` reads it anew. */
class WebhookTold extends LitElement {
  static properties = { it: {}, items: { state: true }, next: { state: true }, shown: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true } };

  static styles = [sheet, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    li {
      display: grid;
      gap: 0.2rem 0.8rem;
      padding-block: 0.6rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
    li > button {
      justify-self: start;
    }
    .failed {
      color: var(--danger);
    }
    @media (min-width: 36rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.shown = AT_ONCE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.gone = false;
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.gone = true;
    clearTimeout(this.timer);
  }

  get path() {
    return `/me/webhooks/${this.it.webhookId}`;
  }

  async load() {
    clearTimeout(this.timer);
    try {
      const page = await api.get(`${this.path}/deliveries`);
      this.items = page.items;
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
    const moving = this.it.active && this.items?.some(({ state, tries }) => state === 'WAITING' && !tries);
    if (moving && !this.gone) this.timer = setTimeout(() => this.load(), SOON_MS);
  }

  render() {
    const { items } = this;
    if (this.problem && !items) return html`<db-notice kind="error">${this.problem} <button @click=${this.load}>Try again</button></db-notice>`;
    if (!items) return html`<db-busy label="Loading what it was told"></db-busy>`;
    const failed = items.filter(({ state }) => state === 'FAILED');
    return html`${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${failed.length && this.it.active ? html`<p><button aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.again('/replay', { since: failed.at(-1).at }, 'All that failed are on their way again.')}>Tell again all that failed</button></p>` : nothing}
      ${items.length ? html`<ul aria-label="What it was told">${repeat(items.slice(0, this.shown), ({ eventId }) => eventId, (one) => this.row(one))}</ul>` : html`<p class="soft">Nothing yet. Send a test to see whether it arrives.</p>`}
      ${items.length > this.shown ? html`<p><button @click=${() => (this.shown += 4 * AT_ONCE)}>Show more</button></p>` : nothing}
      <p role="status" class="small">${this.said ?? ''}</p>`;
  }

  row(one) {
    const what = toldText(one);
    return html`<li><span><b>${one.dropId ? html`<a href="/drops/${one.dropId}/edit">${what}</a>` : what}</b> <span class="small soft">${startText(one.at)}</span><br><span class="small ${one.state === 'FAILED' ? 'failed' : 'soft'}">${deliveryText(one)}${one.nextTry && one.tries ? ` Next try: ${startText(one.nextTry)}.` : ''}</span></span>
      ${this.it.active ? html`<button aria-disabled=${this.busy ? 'true' : nothing} aria-label="Tell again: ${what}" @click=${() => this.again(`/deliveries/${one.eventId}/replay`, undefined, `On its way again: ${what}.`)}>Tell again</button>` : nothing}</li>`;
  }

  async again(path, body, words) {
    if (this.busy) return;
    this.busy = true;
    try {
      await api.post(`${this.path}${path}`, body);
      this.said = words;
      await this.load();
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-webhook-told', WebhookTold);
