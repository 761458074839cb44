import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { leftUntil, saidBetween } from '../core/countdown.js';
import { remaining } from '../core/time.js';
import { serverNow } from './here.js';

const EVERY_MS = 250;

/** How long something is kept for somebody: counts for the eye, says only the last minutes aloud. Tells `over` once at its end. */
class Countdown extends LitElement {
  static properties = { until: {}, label: {}, left: { state: true }, said: { state: true } };

  static styles = [sheet, css`
    :host {
      display: inline-block;
    }
    .figure {
      font-size: 2.2rem;
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.tick(), EVERY_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  willUpdate(changed) {
    if (changed.has('until')) {
      this.left = leftUntil(this.until, serverNow());
      this.said = '';
    }
  }

  tick() {
    const before = this.left;
    this.left = leftUntil(this.until, serverNow());
    this.said = saidBetween(before, this.left) ?? this.said;
    if (before > 0 && this.left === 0) this.dispatchEvent(new CustomEvent('over'));
  }

  render() {
    return html`<span class="figure" role="timer" aria-label=${this.label}>${remaining(this.left)}</span><span class="unseen" role="status">${this.said}</span>`;
  }
}

customElements.define('db-countdown', Countdown);
