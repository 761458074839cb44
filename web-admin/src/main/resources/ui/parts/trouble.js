import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import './notice.js';

/** A page that cannot be shown: what is wrong, and the way on. Tells `again`; more ways go into the slot. */
class Trouble extends LitElement {
  static properties = { heading: {}, message: {} };

  static styles = [sheet, css`
    .stack {
      max-width: 40rem;
    }
  `];

  render() {
    return html`<div class="stack"><h1 tabindex="-1">${this.heading}</h1>
      <db-notice kind="error">${this.message}</db-notice>
      <p class="row"><button class="now" @click=${() => this.dispatchEvent(new CustomEvent('again'))}>Try again</button><slot></slot></p></div>`;
  }
}

customElements.define('db-trouble', Trouble);
