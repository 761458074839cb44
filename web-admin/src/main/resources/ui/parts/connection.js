import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { millis } from '../core/time.js';

const WORDS = { idle: 'Not joined', joining: 'Joining…', connecting: 'Connecting…', live: 'Connected', waiting: 'Reconnecting…', left: 'Left', ended: 'Class is over', failed: 'Not connected' };

/** How the line is, in a word and a dot; with the round trip and how sure class time is. */
class Connection extends LitElement {
  static properties = { status: { reflect: true }, large: { type: Boolean, reflect: true }, rtt: { type: Number }, bound: { type: Number } };

  static styles = [sheet, css`
    p {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      font-weight: 600;
      white-space: nowrap;
    }
    i {
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--edge);
      border-radius: 50%;
    }
    :host([large]) p {
      font-size: 2rem;
      white-space: normal;
    }
    :host([large]) i {
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
    }
    @media (max-width: 30rem) {
      .small {
        display: none;
      }
    }
    :host([status='live']) i {
      background: var(--now);
      border-color: var(--ink);
    }
    :host([status='failed']) i {
      background: var(--danger);
    }
  `];

  render() {
    const sure = this.status === 'live' && Number.isFinite(this.rtt) && this.rtt !== null;
    return html`<p><i aria-hidden="true"></i><span role="status">${WORDS[this.status] ?? this.status}</span>
      ${sure ? html`<span class="soft small" title="Round trip, and how far class time may be off on this device">${millis(this.rtt)}, ± ${millis(this.bound)}</span>` : nothing}</p>`;
  }
}

customElements.define('db-connection', Connection);
