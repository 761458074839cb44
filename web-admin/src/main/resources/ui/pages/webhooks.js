import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { api, isAdmin, isTrainer, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/trouble.js';
import '../parts/webhook.js';
import '../parts/webhook-form.js';

/** Shops of a trainer that are told about claims. */
class Webhooks extends LitElement {
  static properties = { account: {}, hooks: { state: true }, most: { state: true }, secrets: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    .all {
      display: grid;
      gap: var(--gap);
      margin-block: 1.4rem;
      max-width: 56rem;
    }
    section {
      max-width: 56rem;
    }
  `];

  constructor() {
    super();
    this.secrets = {};
  }

  get may() {
    return isTrainer(this.account) || isAdmin(this.account);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.may) return this.account ? undefined : location.replace(signInPath());
    this.load();
  }

  async load() {
    try {
      const { items, most } = await api.get('/me/webhooks');
      Object.assign(this, { hooks: items, most, problem: null });
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (!this.may) return html`<div class="stack"><h1>Webhooks are made by trainers</h1><p class="soft">They tell a trainer’s shop about claims.</p><p><a class="button" href="/">All classes</a></p></div>`;
    if (this.problem && !this.hooks) return html`<db-trouble heading="Your webhooks cannot be shown" .message=${this.problem} @again=${this.load}></db-trouble>`;
    return html`<div class="stack"><h1 tabindex="-1">Webhooks</h1><p class="soft">Your shop is told about the claims on your drops as they happen: a signed message to an address of yours, tried again until it arrives.</p>
      <p><a class="button" href="/drops">Your drops</a></p></div>
      ${this.hooks ? this.all() : html`<db-busy label="Loading your webhooks"></db-busy>`}`;
  }

  all() {
    const { hooks, most } = this;
    const admin = isAdmin(this.account);
    return html`<div class="all">${repeat(hooks, ({ webhookId }) => webhookId, (it) => html`<db-webhook .it=${it} .admin=${admin} .secret=${this.secrets[it.webhookId] ?? null}
        @changed=${({ detail }) => this.changed(it, detail)} @outdated=${this.load}></db-webhook>`)}</div>
      <section class="panel stack" aria-labelledby="add"><h2 id="add" tabindex="-1">${hooks.length ? 'Another one' : 'Tell your shop'}</h2>
        ${hooks.length < most ? html`<db-webhook-form .admin=${admin} @saved=${({ detail }) => this.added(detail)}></db-webhook-form>` : html`<p class="soft">You have ${most}, which is all there can be. Delete one that is not needed any more.</p>`}</section>
      ${this.problem ? html`<db-trouble heading="It could not be read again" .message=${this.problem} @again=${this.load}></db-trouble>` : nothing}`;
  }

  async added({ webhook, secret }) {
    this.secrets = { ...this.secrets, [webhook.webhookId]: secret };
    this.hooks = [...this.hooks, webhook];
    await this.updateComplete;
    const last = [...this.renderRoot.querySelectorAll('db-webhook')].at(-1);
    await last.updateComplete;
    last.scrollIntoView({ block: 'nearest' });
    const once = last.renderRoot.querySelector('db-secret-once');
    await once.updateComplete;
    once.renderRoot.querySelector('input').focus();
  }

  changed(it, now) {
    this.hooks = this.hooks.flatMap((hook) => (hook.webhookId === it.webhookId ? (now ? [now] : []) : [hook]));
    if (!now) this.renderRoot.getElementById('add').focus();
  }
}

customElements.define('db-page-webhooks', Webhooks);
