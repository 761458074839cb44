import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { placeTime } from '../core/place-time.js';
import { api } from './here.js';
import './link-to-share.js';
import './notice.js';
import './sheet-dialog.js';

/** Gives a ticket to somebody else: a link, and whoever takes it has the ticket. */
class GiveAway extends LitElement {
  static properties = { popUpId: {}, ticket: {}, zone: {}, title: {}, offer: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet];

  render() {
    return html`<button class="quiet" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.open} aria-label="Give away ticket ${this.ticket}">Give it to somebody</button>
      <db-sheet-dialog heading="Give ticket ${this.ticket} away" @closed=${() => (this.offer = null)}>
        ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
        ${this.offer ? html`<p>Send this link to one person. Whoever opens it first and signs in has the ticket, until ${placeTime(this.offer.expiresAt, this.zone)}; your pass lets nobody in then. Until it is taken, nothing changes.</p>
          <db-link-to-share label="Link of the ticket" .url=${location.origin + this.offer.url} .words=${`A ticket for ${this.title}`}></db-link-to-share>` : nothing}</db-sheet-dialog>`;
  }

  async open() {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      this.offer = await api.post(`/pop-ups/${this.popUpId}/tickets/${this.ticket}/transfer`);
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    this.renderRoot.querySelector('db-sheet-dialog').show();
  }
}

customElements.define('db-give-away', GiveAway);
