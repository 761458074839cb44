import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { labelOf, targetOf } from '../core/plan.js';

/** What is being said, large; and while nothing is, what comes after this segment. */
class Said extends LitElement {
  static properties = { text: {}, then: {}, fresh: { type: Boolean, reflect: true } };

  static styles = [sheet, css`
    :host {
      display: grid;
      align-content: center;
      min-height: 4rem;
      padding: 0.4rem clamp(0.8rem, 3vw, 2rem);
      font-size: clamp(1.5rem, 5vw, 2.8rem);
      font-weight: 650;
      font-stretch: 86%;
      line-height: 1.12;
      overflow-wrap: anywhere;
    }
    :host([fresh]) {
      background: var(--now);
      color: var(--on-now);
    }
    @media (min-width: 62rem) {
      :host {
        font-size: clamp(2rem, 3.4vw, 3.6rem);
      }
    }
  `];

  render() {
    return html`<p aria-live="assertive">${this.fresh ? this.text : ''}</p>${this.fresh || !this.then ? '' : html`<p class="soft">Then ${labelOf(this.then)}, ${targetOf(this.then)}</p>`}`;
  }
}

customElements.define('db-said', Said);
