import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { needsHelp } from '../core/moments.js';
import { labelOf, targetOf } from '../core/plan.js';
import { elapsed, remaining } from '../core/time.js';
import { KeepFocus } from './keep-focus.js';
import './connection.js';
import './cue-pad.js';
import './transport.js';

/**
 * The live console for a phone on a stand in a gym: what one needs while coaching, and nothing else, large enough to be read
 * and hit from where one stands. Passes on `control` and `say`; tells `done`.
 */
class ArmsLength extends LitElement {
  static properties = { session: {}, begun: { type: Boolean }, tick: {} };

  static styles = [sheet, css`
    :host {
      background: var(--paper);
      color: var(--ink);
      font-size: 2rem;
      line-height: 1.1;
    }
    .all {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.6rem clamp(0.6rem, 3vw, 2rem) max(1rem, env(safe-area-inset-bottom));
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3rem 1.2rem;
      align-items: center;
      justify-content: space-between;
    }
    .head button {
      padding-inline: 0.5em;
    }
    .left {
      font-size: clamp(6.4rem, 22vw, 9rem);
      font-weight: 750;
      font-stretch: 66%;
      line-height: 0.85;
      letter-spacing: -0.02em;
    }
    .what {
      font-size: clamp(3rem, 9vw, 4.5rem);
      font-weight: 700;
      font-stretch: 74%;
      line-height: 1;
      overflow-wrap: anywhere;
    }
    .then {
      font-stretch: 84%;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 0.5rem;
      align-content: start;
    }
    dl > div {
      display: flex;
      flex-direction: column-reverse;
      justify-content: flex-end;
      gap: 0.2rem;
      padding: 0.5rem 0.6rem;
      border: 2px solid var(--edge);
      border-radius: var(--corner);
    }
    dl > .some {
      background: var(--now);
      color: var(--on-now);
      border-color: var(--on-now);
    }
    dt {
      font-size: clamp(1.1rem, 4.6vw, 2rem);
      font-stretch: 70%;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    dd {
      font-size: 4rem;
      font-weight: 750;
      font-stretch: 66%;
      line-height: 0.9;
    }
    button {
      min-height: 6rem;
      font-size: 2rem;
      border-width: 2px;
    }
    @media (min-width: 62rem) {
      .all {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      .head,
      .wide {
        grid-column: 1 / -1;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const s = this.session;
    const live = s.status === 'live';
    const { hands, missing, fallback } = needsHelp(s);
    return html`<div class="all">
      <div class="head"><db-connection large .status=${s.status}></db-connection>
        <button data-key="A" aria-keyshortcuts="A" aria-label="Back to everything" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>Back <kbd aria-hidden="true">A</kbd></button></div>
      <section class="stack" aria-label="Now">${this.now(s)}</section>
      <dl aria-label="Who needs help">${count(hands, 'Hands up')}${count(missing, 'Not answered')}${count(fallback, 'On a lower rung')}</dl>
      <db-transport large class="wide" .phase=${s.state?.phase} ?check=${Boolean(s.state?.check)} ?live=${live} @control=${this.pass}></db-transport>
      <db-cue-pad large class="wide" ?live=${live && this.begun} @say=${this.pass}></db-cue-pad></div>`;
  }

  now(s) {
    if (s.state?.check) return html`<p class="what" tabindex="-1">Live check</p><p class="left figure" role="timer" aria-label="Time left in the check">${remaining(s.state.check.to - s.classTime)}</p>`;
    const segment = this.begun ? s.segment : null;
    const next = segment && s.plan.segments[segment.index + 1];
    return html`<p class="what" tabindex="-1">${segment ? `${labelOf(segment)}, ${targetOf(segment)}` : this.begun ? 'No segment' : 'Waiting for your start'}</p>
      <p class="left figure" role="timer" aria-label=${segment ? 'Time left in this segment' : 'Class time'}>${segment ? remaining(segment.toMs - s.position) : elapsed(s.position)}</p>
      <p class="then">${segment ? html`<b class="figure">${elapsed(s.position)}</b> of ${elapsed(s.plan.lengthMs)}` : nothing}${next ? html`<br>Then ${labelOf(next)}, ${targetOf(next)}` : nothing}</p>`;
  }

  focus() {
    this.renderRoot.querySelector('button').focus();
  }

  pass(event) {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }
}

function count(n, words) {
  return html`<div class=${n ? 'some' : ''}><dt>${words}</dt><dd class="figure">${n}</dd></div>`;
}

customElements.define('db-arms-length', ArmsLength);
