import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { labelOf, positionAt, powerAt, powerOf, segmentAt, targetOf, zoneOf } from '../core/plan.js';
import { elapsed, remaining } from '../core/time.js';

/** Whoever asks for less motion sees the colour drain by the second instead of gliding. */
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** What to do now and for how long, readable from across a room: the segment's colour drains as its time runs out. */
class Stage extends LitElement {
  static properties = { session: {}, segment: { state: true }, phase: { state: true }, place: { state: true }, checking: { state: true }, zone: { reflect: true } };

  static styles = [sheet, css`
    :host {
      container-type: size;
      position: relative;
      min-height: 11rem;
      overflow: hidden;
      background: var(--zone-0);
      color: var(--on-zone);
    }
    :host([zone='1']) { background: var(--zone-1); }
    :host([zone='2']) { background: var(--zone-2); }
    :host([zone='3']) { background: var(--zone-3); }
    :host([zone='4']) { background: var(--zone-4); }
    :host([zone='5']) { background: var(--zone-5); }
    :host([zone='6']) { background: var(--zone-6); }
    .drain {
      position: absolute;
      inset: 0;
      background: rgb(255 255 255 / 0.42);
      transform-origin: left;
      transform: scaleX(0);
    }
    .all {
      position: relative;
      height: 100%;
      display: grid;
      grid-template-rows: auto 1fr auto;
      padding: clamp(0.8rem, 4cqw, 2.2rem);
    }
    .what {
      font-size: clamp(1.5rem, 7cqmin, 3.4rem);
      font-weight: 700;
      font-stretch: 78%;
      line-height: 1.05;
      display: flex;
      justify-content: space-between;
      gap: 1rem;
    }
    .time {
      align-self: center;
      font-size: min(44cqw, 56cqh);
      font-weight: 750;
      font-stretch: 66%;
      line-height: 0.82;
      letter-spacing: -0.02em;
      text-align: center;
    }
    .time.long {
      font-size: min(30cqw, 48cqh);
    }
    .target {
      font-size: clamp(1.7rem, 9cqmin, 4.6rem);
      font-weight: 700;
      font-stretch: 78%;
      line-height: 1;
      display: flex;
      flex-wrap: wrap;
      gap: 0.1em 0.7em;
      justify-content: space-between;
      align-items: baseline;
    }
    .beside {
      font-size: 0.55em;
      font-weight: 600;
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    const tick = () => {
      this.draw();
      this.frame = requestAnimationFrame(tick);
    };
    this.frame = requestAnimationFrame(tick);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  /** Draws the time by hand, sixty times a second; the rest renders when the segment changes. */
  draw() {
    const { state, plan, classTime } = this.session;
    const position = state?.startedAt == null ? 0 : positionAt(state.anchor, classTime, plan?.lengthMs);
    this.phase = state?.phase;
    this.place = this.session.queue?.position ?? null;
    this.checking = Boolean(state?.check);
    // Until the live check is over the plan stands at its start: what is left is the time to it.
    const waits = this.checking && state.anchor.running ? state.anchor.at - classTime : 0;
    this.segment = segmentAt(plan, position);
    this.zone = String(this.phase === 'LOBBY' || powerOf(this.segment) === null ? 0 : zoneOf(powerAt(this.segment, position)).zone);
    const time = this.renderRoot.querySelector('.time');
    if (!time) return;
    const text = this.place ? String(this.place) : waits > 0 ? remaining(waits) : this.segment && this.phase !== 'LOBBY' ? remaining(this.segment.toMs - position) : this.phase === 'LOBBY' ? 'Soon' : this.phase ? elapsed(position) : '';
    if (time.textContent !== text) time.textContent = text;
    time.classList.toggle('long', text.length > 4);
    const drawn = STILL.matches ? Math.floor(position / 1000) * 1000 : position;
    const share = this.segment && this.phase !== 'LOBBY' ? (drawn - this.segment.fromMs) / (this.segment.toMs - this.segment.fromMs) : 0;
    this.renderRoot.querySelector('.drain').style.transform = `scaleX(${Math.min(1, Math.max(0, share))})`;
  }

  render() {
    const s = this.segment;
    const of = this.session.plan?.segments?.length;
    return html`<div class="drain"></div><div class="all">
      <p class="what" aria-hidden="true"><span>${this.heading()}</span>${s && of && this.phase !== 'LOBBY' ? html`<span class="beside">${s.index + 1}/${of}</span>` : nothing}</p>
      <p class="time" role="timer" aria-label=${this.place ? 'Your place in the queue' : 'Time left in this segment'}></p>
      <p class="target" aria-hidden="true"><span>${this.place ? `of ${this.session.queue?.of}` : this.phase === 'LOBBY' ? 'Get ready' : s ? targetOf(s) : ''}</span>${s?.cadence && this.phase !== 'LOBBY' ? html`<span class="beside">${s.cadence} rpm</span>` : nothing}</p>
      <p class="unseen" aria-live="polite">${this.words(s, of)}</p></div>`;
  }

  /** The same for who cannot see it. */
  words(segment, of) {
    if (!segment || this.phase !== 'LIVE') return this.heading();
    return `${labelOf(segment)}, ${targetOf(segment)}${segment.cadence ? `, ${segment.cadence} rpm` : ''}, ${segment.index + 1} of ${of}`;
  }

  heading() {
    if (!this.phase) return this.place ? 'Your place in the queue' : 'Connecting';
    if (this.phase === 'LOBBY') return 'The class starts soon';
    if (this.checking) return 'Live check';
    if (this.phase === 'PAUSED') return 'Paused';
    if (this.phase === 'CLOSING' || this.phase === 'ENDED') return 'Well done';
    return this.segment ? labelOf(this.segment) : 'Free class';
  }
}

customElements.define('db-stage', Stage);
