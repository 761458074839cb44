import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { weekLater } from '../core/pop-up-draft.js';
import { api } from './here.js';
import { field, valuesOf } from './field.js';
import { KeepFocus } from './keep-focus.js';
import './confirm.js';
import './notice.js';

/** What an organizer does with a pop-up besides writing it: publish, open and close the doors, duplicate, cancel. Tells `changed` ({it, said}), `copied` (the copy) and `refused` (a problem that a field of the form may show; prevent it to say so). */
class PopUpLife extends LitElement {
  static properties = { it: {}, busy: { state: true }, problem: { state: true }, fault: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    details form {
      padding-bottom: 0.6rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.fault = {};
  }

  render() {
    const { phase, id } = this.it;
    const over = ['CLOSED', 'CANCELLED'].includes(phase);
    return html`${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <div class="row">
        ${phase === 'DRAFT' ? this.button('publish', 'Publish', 'It is published.', 'now') : nothing}
        ${phase === 'PUBLISHED' ? this.button('open', 'Open the doors', 'The doors are open.') : nothing}
        ${phase === 'DOORS_OPEN' ? this.button('close', 'Close the pop-up', 'The pop-up is over.') : nothing}
        ${phase === 'PUBLISHED' || phase === 'DOORS_OPEN' ? html`<a class="button ${phase === 'DOORS_OPEN' ? 'now' : ''}" href="/pop-ups/${id}/door">Door</a>` : nothing}
        <a class="button" href="/pop-ups/${id}">${phase === 'DRAFT' ? 'Preview' : 'Public page'}</a>
      </div>
      <details><summary>Duplicate</summary><form novalidate @submit=${this.copy}>
        ${field({ name: 'start', label: 'The copy starts', type: 'datetime-local', value: weekLater(this.it.localStart), error: this.fault.start ?? '', hint: `On the clocks of ${this.it.place.zone}.` })}
        <p><button>Make a copy</button></p></form></details>
      ${over ? nothing : html`<details><summary>Cancel the pop-up</summary><form novalidate @submit=${this.cancel}>
        ${field({ name: 'reason', label: 'Reason', maxlength: 280, error: this.fault.reason ?? '', hint: 'Guests read it.' })}
        <p><button class="danger">Cancel the pop-up</button></p></form></details>`}
      <db-confirm heading="Cancel “${this.it.title}”?" action="Cancel the pop-up">Every ticket is void and nobody is let in. This cannot be taken back.</db-confirm>`;
  }

  button(what, text, said, look = '') {
    return html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.act(what, undefined, said)}>${text}</button>`;
  }

  async act(what, body, said) {
    if (this.busy) return null;
    this.busy = true;
    this.problem = null;
    this.fault = {};
    try {
      const it = await api.post(`/pop-ups/${this.it.id}/${what}`, body);
      if (said) this.dispatchEvent(new CustomEvent('changed', { detail: { it, said } }));
      return it;
    } catch (problem) {
      if (body && problem.field in body) this.fault = { [problem.field]: problem.message };
      else if (this.dispatchEvent(new CustomEvent('refused', { detail: problem, cancelable: true }))) this.problem = problem.message;
      return null;
    } finally {
      this.busy = false;
    }
  }

  async copy(event) {
    event.preventDefault();
    const start = valuesOf(event.target).start.slice(0, 16);
    if (!start) return (this.fault = { start: 'Say when the copy starts.' });
    const copy = await this.act('copy', { start });
    return copy && this.dispatchEvent(new CustomEvent('copied', { detail: copy }));
  }

  async cancel(event) {
    event.preventDefault();
    const { reason } = valuesOf(event.target);
    if (!reason) return (this.fault = { reason: 'Tell the guests why.' });
    return (await this.renderRoot.querySelector('db-confirm').ask()) && this.act('cancel', { reason }, 'It is cancelled.');
  }
}

customElements.define('db-pop-up-life', PopUpLife);
