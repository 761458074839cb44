import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { dueText } from '../core/kind-words.js';
import './give-away.js';
import './notice.js';

const VOID = { CANCELLED: 'You gave this ticket back.', REVOKED: 'The organizer took this ticket back.', RELEASED: 'Given up for a place online.' };

/** One's own ticket with its pass: black on white whatever the page looks like, and as large as the screen on demand. Tells `cancel`. */
class Ticket extends LitElement {
  static properties = { popUpId: {}, it: {}, name: {}, zone: {}, title: {}, missed: { state: true } };

  static styles = [sheet, css`
    article {
      display: grid;
      gap: 0.7rem;
      justify-items: start;
      padding-block: 0.9rem;
      border-top: 1px solid var(--line);
    }
    .pass {
      display: grid;
      place-items: center;
      width: min(100%, 20rem);
      padding: 0.8rem;
      border-radius: var(--corner);
      background: #fff;
    }
    img {
      width: 100%;
      aspect-ratio: 1;
      image-rendering: pixelated;
    }
    dialog {
      width: 100vw;
      height: 100dvh;
      max-width: none;
      max-height: none;
      margin: 0;
      padding: 1rem;
      border: 0;
      background: #fff;
      color: #000;
    }
    dialog[open] {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      place-items: center;
      gap: 0.8rem;
    }
    dialog img {
      width: min(100%, 80dvh);
    }
    dialog button {
      background: #fff;
      color: #000;
      border-color: #000;
    }
    dialog :focus-visible {
      outline-color: #000;
    }
  `];

  render() {
    const { it } = this;
    const due = it.validity === 'VALID' ? dueText(it) : '';
    return html`<article aria-labelledby="title">
      <h3 id="title" tabindex="-1">Ticket ${it.id}: ${this.name}</h3>
      ${due ? html`<p><b>${due}</b></p>` : nothing}
      ${it.inside ? html`<p>You are inside.</p>` : it.entries ? html`<p class="soft">You were inside.</p>` : nothing}
      ${it.validity === 'VALID' ? this.pass() : html`<p class="soft">${VOID[it.validity] ?? 'This ticket lets nobody in.'}${it.voidReason ? html` They say: <q>${it.voidReason}</q>` : nothing}</p>`}
    </article>`;
  }

  pass() {
    return html`${this.missed ? html`<db-notice kind="error">The pass did not come. <button @click=${() => (this.missed = false)}>Try again</button></db-notice>`
      : html`<div class="pass">${this.picture()}</div>`}
      <div class="row"><button @click=${this.enlarge} aria-label="Show large: ticket ${this.it.id}">Show large</button>
        <a class="button" href="/api/v1/pop-ups/${this.popUpId}/tickets/${this.it.id}/pass.pdf" target="_blank" rel="noopener" aria-label="Print: ticket ${this.it.id}">Print</a>
        ${this.it.entries ? nothing : html`<db-give-away .popUpId=${this.popUpId} .ticket=${this.it.id} .zone=${this.zone} .title=${this.title}></db-give-away><button class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))} aria-label="Cancel ticket ${this.it.id}">Cancel this ticket</button>`}</div>
      <dialog aria-label="Pass of ticket ${this.it.id}"><p><b>Ticket ${this.it.id}: ${this.name}</b></p>${this.picture('lazy')}<button autofocus @click=${(e) => e.target.closest('dialog').close()}>Close</button></dialog>`;
  }

  picture(loading = 'eager') {
    return html`<img src="/api/v1/pop-ups/${this.popUpId}/tickets/${this.it.id}/pass.png" loading=${loading} alt="Pass of ticket ${this.it.id} to show at the gate" @error=${() => (this.missed = true)}>`;
  }

  enlarge() {
    this.renderRoot.querySelector('dialog').showModal();
  }
}

customElements.define('db-ticket', Ticket);
