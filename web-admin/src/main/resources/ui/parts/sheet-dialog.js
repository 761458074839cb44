import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

/** A dialog over the page, as tall as it needs to be and never taller than the screen. `show()` opens it; Escape and its last button close it. Tells `closed`. */
class SheetDialog extends LitElement {
  static properties = { heading: {}, done: {} };

  static styles = [sheet, css`
    dialog {
      width: min(32rem, calc(100vw - 1.5rem));
      max-height: calc(100dvh - 1.5rem);
      overflow-y: auto;
      padding: clamp(0.9rem, 4vw, 1.4rem);
      border: 1px solid var(--edge);
      border-radius: calc(var(--corner) * 2);
      background: var(--raised);
      color: var(--ink);
    }
    dialog::backdrop {
      background: var(--shade);
    }
    h2 {
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    this.done = 'Close';
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new CustomEvent('closed'))}><div class="stack">
      <h2 id="heading" tabindex="-1">${this.heading}</h2><slot></slot>
      <p class="row"><button class="quiet at-start" @click=${this.close}>${this.done}</button></p></div></dialog>`;
  }

  async show() {
    await this.updateComplete;
    this.renderRoot.querySelector('dialog').showModal();
  }

  close() {
    this.renderRoot.querySelector('dialog').close();
  }
}

customElements.define('db-sheet-dialog', SheetDialog);
