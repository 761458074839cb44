import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { field, valuesOf } from './field.js';
import { api } from './here.js';
import './notice.js';
import './sheet-dialog.js';

/** Takes a ticket back from a guest, with a reason. `ask(attendee)` opens it. Tells `taken` with the words of what happened. */
class TakeBack extends LitElement {
  static properties = { popUpId: {}, it: { state: true }, fault: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms];

  render() {
    const who = this.it?.holder?.name ?? 'a walk-in';
    return html`<db-sheet-dialog heading="Take ticket ${this.it?.ticket ?? ''} back from ${who}?" done="Keep it" @closed=${() => (this.it = null)}>
      <p>It lets nobody in any more, everything that was paid is to be paid back, and the place goes to whoever waits. This cannot be taken back.</p>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <form novalidate @submit=${this.send}>${field({ name: 'reason', label: 'Reason', maxlength: 280, error: this.fault ?? '', hint: 'For the guest and for your records.', autocomplete: 'off' })}
        <p><button class="danger" aria-disabled=${this.busy ? 'true' : nothing}>Take the ticket back</button></p></form></db-sheet-dialog>`;
  }

  async ask(attendee) {
    this.it = attendee;
    this.fault = this.problem = null;
    await this.updateComplete;
    this.renderRoot.querySelector('form').reset();
    this.renderRoot.querySelector('db-sheet-dialog').show();
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const { reason } = valuesOf(event.target);
    this.fault = reason ? null : 'Say why.';
    if (this.fault) return this.renderRoot.querySelector('#reason').focus();
    this.busy = true;
    this.problem = null;
    try {
      await api.post(`/pop-ups/${this.popUpId}/tickets/${this.it.ticket}/revoke`, { reason });
      const said = `Ticket ${this.it.ticket} is taken back.`;
      this.renderRoot.querySelector('db-sheet-dialog').close();
      this.dispatchEvent(new CustomEvent('taken', { detail: said }));
    } catch (problem) {
      if (problem.field === 'reason') this.fault = problem.message;
      else this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-take-back', TakeBack);
