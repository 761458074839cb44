import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { labelOf, targetOf } from '../core/plan.js';
import { elapsed, remaining } from '../core/time.js';

/** Where the class is, in a trainer's words: the segment, what it asks for, what is said next, and the time that is left of it. */
class NowLine extends LitElement {
  static properties = { session: {}, begun: { type: Boolean }, tick: {} };

  static styles = [sheet, css`
    div.line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.2rem 1.5rem;
      align-items: baseline;
    }
    .left {
      font-size: 3.2rem;
    }
    .what {
      font-size: 1.5rem;
      font-weight: 650;
      font-stretch: 84%;
    }
  `];

  render() {
    const s = this.session;
    if (s.state?.check) return this.only('Live check: the plan starts by itself');
    if (!this.begun) return this.only(s.state?.phase === 'CLOSING' ? 'Closing' : 'Waiting for your start');
    const { segment, next, position, plan } = s;
    return html`<div class="line"><div><p class="what">${segment ? `${labelOf(segment)}, ${targetOf(segment)}${segment.cadence ? `, ${segment.cadence} rpm` : ''}` : 'No segment'}</p>
      <p class="soft">${elapsed(position)}${plan ? ` of ${elapsed(plan.lengthMs)}` : ''}${next ? ` · next: “${next.text}” in ${remaining(next.planAt - position)}` : ''}</p></div>
      <p class="figure left" role="timer" aria-label="Time left in this segment">${segment ? remaining(segment.toMs - position) : elapsed(position)}</p></div>`;
  }

  only(words) {
    return html`<div class="line"><span class="what">${words}</span></div>`;
  }
}

customElements.define('db-now-line', NowLine);
