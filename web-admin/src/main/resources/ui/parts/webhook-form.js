import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { checkWebhook, FACTS } from '../core/webhook-words.js';
import { choice, field, valuesOf } from './field.js';
import { api } from './here.js';
import './notice.js';

/** Where a shop is told, and of what: a new webhook, or `it` said anew. Tells `saved` with the answer of the server. */
class WebhookForm extends LitElement {
  static properties = { it: {}, admin: { type: Boolean }, fault: { state: true }, refusal: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      max-width: 44rem;
    }
  `];

  constructor() {
    super();
    this.fault = {};
    this.key = newKey();
  }

  render() {
    const { it, fault } = this;
    return html`<form novalidate @submit=${this.save}>
      ${this.refusal ? html`<db-notice kind="error">${this.refusal}</db-notice>` : nothing}
      ${field({ name: 'url', label: 'Address of your shop', type: 'url', value: it?.url ?? '', error: fault.url ?? '', inputmode: 'url', autocomplete: 'off', maxlength: 2000, hint: 'An https address that anybody on the Internet could reach, such as https://shop.example/hooks/downbeat.' })}
      <fieldset aria-describedby=${fault.facts ? 'facts-error' : nothing}><legend>Tell it when</legend><div>
        ${FACTS.map(([name, words]) => html`<label class="tick"><input type="checkbox" name=${name} .checked=${it ? it.facts.includes(name) : true}> ${words}</label>`)}</div>
        ${fault.facts ? html`<span class="small error" id="facts-error" role="alert">${fault.facts}</span>` : nothing}</fieldset>
      ${this.admin ? choice({ name: 'drops', label: 'About the claims on', value: it?.drops ?? 'OWN', options: [['OWN', 'my own drops'], ['ALL', 'the drops of every trainer']] }) : nothing}
      <p><button class=${it ? '' : 'now'} aria-disabled=${this.busy ? 'true' : nothing}>${it ? 'Save' : 'Add the webhook'}</button></p></form>`;
  }

  async save(event) {
    event.preventDefault();
    const form = event.target;
    const values = valuesOf(form);
    const request = { url: values.url, facts: FACTS.map(([name]) => name).filter((name) => values[name]), drops: values.drops ?? this.it?.drops ?? 'OWN', active: this.it?.active ?? true };
    this.fault = checkWebhook(request);
    this.refusal = null;
    if (this.fault.url || this.fault.facts) return this.point();
    if (this.busy) return;
    this.busy = true;
    try {
      const saved = this.it ? await api.put(`/me/webhooks/${this.it.webhookId}`, request, `"${this.it.version}"`) : await api.post('/me/webhooks', request, { key: this.key });
      this.key = newKey();
      if (!this.it) form.reset();
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    } catch (problem) {
      if (problem.status) this.key = newKey();
      if (problem.field === 'url') this.fault = { url: problem.message };
      else this.refusal = problem.message;
      await this.point();
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector(this.fault.facts && !this.fault.url ? 'input[type=checkbox]' : '[aria-invalid=true]')?.focus();
  }
}

customElements.define('db-webhook-form', WebhookForm);
