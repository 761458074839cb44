import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

/** A word to the person: `error` interrupts a screen reader, everything else waits its turn. */
class Notice extends LitElement {
  static properties = { kind: { reflect: true } };

  static styles = [sheet, css`
    div {
      padding: 0.65rem 0.9rem;
      border-radius: var(--corner);
      border-inline-start: 4px solid var(--edge);
      background: var(--raised);
      overflow-wrap: anywhere;
    }
    :host([kind='error']) div {
      background: var(--danger-soft);
      border-color: var(--danger);
    }
    :host([kind='good']) div {
      background: var(--now-soft);
      border-color: var(--now);
    }
    :host([kind='warn']) div {
      background: var(--warn-soft);
      color: var(--warn-text);
      border-color: currentColor;
    }
  `];

  render() {
    return html`<div role=${this.kind === 'error' ? 'alert' : 'status'}><slot></slot></div>`;
  }
}

customElements.define('db-notice', Notice);
