import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';

/** Start, hold, go on, jump and shift; tells `control` ({verb, body}). The keys are on the buttons. */
class Transport extends LitElement {
  static properties = { phase: {}, large: { type: Boolean, reflect: true }, check: { type: Boolean }, live: { type: Boolean } };

  static styles = [sheet, css`
    .row {
      gap: 0.45rem;
    }
    @media (max-width: 30rem) {
      .row {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      .row > :nth-child(-n + 2) {
        grid-column: span 2;
        padding-inline: 0.3em;
        min-height: 3.2rem;
      }
      .row > :nth-child(n + 3) {
        padding-inline: 0.3em;
      }
    }
    .main {
      min-height: 3.2rem;
      font-size: 1.15rem;
    }
    :host([large]) .row {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    :host([large]) .row > button {
      grid-column: auto;
      min-height: 6rem;
      padding: 0.3em;
      font-size: 2rem;
      font-stretch: 74%;
      line-height: 1;
      border-width: 2px;
    }
    @media (min-width: 30.01rem) {
      .main {
        min-width: 9rem;
      }
    }
  `];

  render() {
    const runs = this.phase === 'LIVE';
    const begun = runs || this.phase === 'PAUSED';
    const lobby = this.phase === 'LOBBY';
    const shift = (byMs, text, key) => this.control('shift', { byMs }, text, key, begun && !this.check, `${byMs < 0 ? 'Sooner' : 'Later'} by ${Math.abs(byMs) / 1000} seconds`);
    return html`<div class="row" role="group" aria-label="Run the class">
      ${this.check ? this.control('endCheck', {}, 'End the check, start now', 'S', true, null, 'now main')
        : lobby ? this.control('start', {}, 'Start the class', 'S', true, null, 'now main')
        : runs ? this.control('pause', {}, 'Pause', 'P', true, null, 'main') : this.control('resume', {}, 'Resume', 'P', begun, null, 'now main')}
      ${lobby && !this.check ? this.control('check', {}, 'Live check, then start', 'C', true, 'Live check of 45 seconds, then start') : this.control('skip', {}, 'Next segment', 'N', begun && !this.check)}
      ${this.large ? nothing : html`${shift(-15000, '−15 s', '{')}${shift(-5000, '−5 s', '[')}${shift(5000, '+5 s', ']')}${shift(15000, '+15 s', '}')}`}
    </div>`;
  }

  control(verb, body, text, key, able, label = null, look = '') {
    const possible = able && this.live;
    const tell = () => possible && this.dispatchEvent(new CustomEvent('control', { detail: { verb, body } }));
    return html`<button class=${look} data-key=${key} aria-disabled=${possible ? nothing : 'true'} @click=${tell} aria-label=${label ?? text} aria-keyshortcuts=${key}>${text} <kbd aria-hidden="true">${key}</kbd></button>`;
  }
}

customElements.define('db-transport', Transport);
