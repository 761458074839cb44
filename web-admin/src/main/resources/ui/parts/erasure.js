import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { api, forgetHere } from './here.js';
import { field, valuesOf } from './field.js';
import { KeepFocus } from './keep-focus.js';
import './confirm.js';
import './notice.js';

/** Deletes everything about whoever is signed in, after their password and one more word. Tells `erased` when it is done. */
class Erasure extends LitElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    section {
      padding-top: 1.1rem;
      border-top: 1px solid var(--line);
    }
    li {
      overflow-wrap: anywhere;
    }
    li a {
      display: inline-block;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const { problem } = this;
    return html`<section class="stack" aria-labelledby="delete"><h2 id="delete">Delete my account</h2>
      <p>Deleted are your account with its address and password, your profile, where you live, your consents and alerts, your messages, and the history of what you booked. You are signed out everywhere at once.</p>
      <p>What others count stays as a number without you: how many took part in a class, how many places and bundles were sold, and what was paid. The address is free for a new account, which begins with nothing.</p>
      ${problem?.open.length ? html`<db-notice kind="error">Nothing was deleted. Others count on you for these, or they are still to come: end them first.
        <ul>${problem.open.map((it) => html`<li><a href=${it.href}>${it.title}</a></li>`)}</ul></db-notice>` : nothing}
      ${problem && !problem.open?.length && !problem.field ? html`<db-notice kind="error">${problem.message}</db-notice>` : nothing}
      <form class="panel" @submit=${this.send} novalidate>
        ${field({ name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password', error: problem?.field === 'password' ? problem.message : '' })}
        <button class="danger" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'Deleting…' : 'Delete my account'}</button>
        <p class="unseen" role="status">${this.busy ? 'Your account is being deleted' : nothing}</p>
      </form>
      <db-confirm heading="Delete everything about you?" action="Delete it">This cannot be taken back, by nobody. Download your data first if you want to keep it.</db-confirm></section>`;
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const { password } = valuesOf(event.target);
    this.problem = password ? null : { field: 'password', message: 'Type your password.', open: [] };
    if (this.problem) return this.point();
    if (!(await this.renderRoot.querySelector('db-confirm').ask())) return;
    this.busy = true;
    try {
      await api.post('/me/erasure', { password });
      await forgetHere();
      this.dispatchEvent(new CustomEvent('erased'));
    } catch (problem) {
      this.problem = problem;
      this.point();
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid], db-notice a')?.focus();
  }
}

customElements.define('db-erasure', Erasure);
