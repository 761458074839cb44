import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { startText } from '../core/time.js';
import { factsText, standingText } from '../core/webhook-words.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './confirm.js';
import './notice.js';
import './secret-once.js';
import './webhook-form.js';
import './webhook-told.js';

/** One webhook: how it is with it, and what is done with it. Tells `changed`. */
class Webhook extends LitElement {
  static properties = { it: {}, admin: { type: Boolean }, secret: {}, problem: { state: true }, said: { state: true }, busy: { state: true }, open: { state: true } };

  static styles = [sheet, css`
    h2 {
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    .head {
      align-items: start;
    }
    .head > :first-child {
      min-width: 0;
      flex: 1 1 16rem;
    }
    db-confirm {
      display: contents;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  get path() {
    return `/me/webhooks/${this.it.webhookId}`;
  }

  render() {
    const { it, busy } = this;
    const off = busy ? 'true' : nothing;
    return html`<article class="panel stack" aria-label="Webhook to ${it.url}">
      <div class="row spread head"><div><h2>${it.url}</h2><p class="small soft">${factsText(it.facts)}${it.drops === 'ALL' ? ', of every trainer' : ''}</p></div><span class="badge ${it.active && !it.failingSince ? 'live' : ''}">${standingText(it)}</span></div>
      ${it.offWhy ? html`<db-notice kind="error">It was switched off. ${it.offWhy} What waits goes on its way when you switch it on again.</db-notice>` : nothing}
      ${it.active && it.failingSince ? html`<db-notice kind="warn">Nothing has arrived since ${startText(it.failingSince)}. It is tried again and again, and switched off after five days.</db-notice>` : nothing}
      ${this.secret ? html`<db-secret-once .secret=${this.secret} @closed=${() => (this.secret = null)}></db-secret-once>` : nothing}
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <p class="row">${it.active ? html`<button aria-disabled=${off} @click=${this.test}>Send a test</button>` : nothing}
        <button class=${it.active ? '' : 'now'} aria-disabled=${off} @click=${this.turn}>${it.active ? 'Switch off' : 'Switch on'}</button>
        <button aria-disabled=${off} @click=${this.rotate}>New secret</button>
        <button class="danger" aria-disabled=${off} @click=${this.remove}>Delete</button></p>
      <p role="status" class="small">${this.said ?? ''}</p>
      <details><summary>Edit</summary><db-webhook-form .it=${it} .admin=${this.admin} @saved=${({ detail }) => this.show(detail, 'Saved.')}></db-webhook-form></details>
      <details .open=${this.open ?? false} @toggle=${({ target }) => (this.open = target.open)}><summary>What it was told</summary>${this.open ? html`<db-webhook-told .it=${it}></db-webhook-told>` : nothing}</details>
      <db-confirm id="rotate" heading="Make a new secret?" action="Make a new secret">For 24 hours messages are signed with both. Put the new one into your shop meanwhile.</db-confirm>
      <db-confirm id="remove" heading="Delete this webhook?" action="Delete it">Your shop is told nothing more, and what it was told is forgotten here. This cannot be taken back.</db-confirm></article>`;
  }

  show(it, words) {
    this.it = it;
    this.said = words;
    this.dispatchEvent(new CustomEvent('changed', { detail: it }));
  }

  test() {
    return this.act(async () => {
      await api.post(`${this.path}/test`);
      this.said = 'A test is on its way.';
      this.open = true;
      await this.updateComplete;
      await this.renderRoot.querySelector('db-webhook-told')?.load();
    });
  }

  turn() {
    const { url, facts, drops, active, version } = this.it;
    return this.act(async () => this.show(await api.put(this.path, { url, facts, drops, active: !active }, `"${version}"`), active ? 'It is off.' : 'It is on.'));
  }

  async rotate() {
    if (this.busy || !(await this.renderRoot.querySelector('#rotate').ask())) return;
    await this.act(async () => {
      const { webhook, secret } = await api.post(`${this.path}/secret`, undefined, { version: `"${this.it.version}"` });
      this.secret = secret;
      this.show(webhook, 'A new secret.');
    });
  }

  async remove() {
    if (this.busy || !(await this.renderRoot.querySelector('#remove').ask())) return;
    await this.act(async () => {
      await api.delete(this.path);
      this.dispatchEvent(new CustomEvent('changed', { detail: null }));
    });
  }

  async act(doing) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.said = '';
    try {
      await doing();
    } catch (problem) {
      this.problem = problem.message;
      if (problem.status === 412) this.dispatchEvent(new CustomEvent('outdated'));
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-webhook', Webhook);
