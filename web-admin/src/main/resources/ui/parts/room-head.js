import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { elapsed } from '../core/time.js';
import './connection.js';

/** Above a room: how the line is, how far the class is, and the way out. Tells `leave`. */
class RoomHead extends LitElement {
  static properties = { session: {}, tick: {} };

  static styles = [sheet, css`
    header {
      display: flex;
      gap: 0 1rem;
      align-items: center;
      justify-content: space-between;
      padding: 0.2rem clamp(0.8rem, 3vw, 2rem);
    }
    .clock {
      display: flex;
      align-items: center;
      white-space: nowrap;
    }
    @media (max-width: 22rem) {
      .of {
        display: none;
      }
    }
  `];

  render() {
    const { status, probes, bound, position, plan } = this.session;
    return html`<header><db-connection .status=${status} .rtt=${probes.rtt} .bound=${bound}></db-connection>
      <span class="clock"><span class="soft figure">${elapsed(position)}${plan ? html`<span class="of"> / ${elapsed(plan.lengthMs)}</span>` : nothing}</span>
      <button class="quiet at-end" @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>Leave</button></span></header>`;
  }
}

customElements.define('db-room-head', RoomHead);
