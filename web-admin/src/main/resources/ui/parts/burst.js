import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { remaining } from '../core/time.js';
import './board.js';

const ABOUT = { HR: 'Heart rate', CADENCE: 'Cadence', POWER: 'Power', REPS: 'Reps' };

/** A burst as a member sees it: what it is about, how long it lasts, and who is where. */
class Burst extends LitElement {
  static properties = { burst: {}, bio: {}, me: {}, classTime: { type: Number } };

  static styles = [sheet, css`
    section {
      padding: 0.7rem;
      border: 3px solid var(--edge);
      border-radius: calc(var(--corner) * 1.5);
    }
    .left {
      font-size: 2rem;
    }
  `];

  render() {
    if (!this.burst || this.classTime > this.burst.to) return nothing;
    return html`<section class="stack" aria-label="Biofeedback"><div class="row spread"><b>${ABOUT[this.burst.metric]}</b><span class="figure left" role="timer" aria-label="Time left in the burst">${remaining(this.burst.to - this.classTime)}</span></div>
      <db-board .bio=${this.bio} .me=${this.me}></db-board></section>`;
  }
}

customElements.define('db-burst', Burst);
