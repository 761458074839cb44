import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { TAP_CLICKS, tapOffset } from '../core/calibration.js';
import { playBeat } from './rig-audio.js';

const AFTER_MS = 1200;

/** The delay of sound by hand: ten clicks to tap along with. Tells `tapped` with how many ms after its time the beat is heard. */
class RigTaps extends LitElement {
  static properties = { audio: {}, taps: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    .pad {
      width: 100%;
      min-height: 5rem;
      font-size: var(--large);
    }
  `];

  constructor() {
    super();
    this.taps = null;
  }

  /** One button all the time, so that the keyboard stays where it is. */
  render() {
    return html`<div class="stack">
      <p><button class=${this.taps ? 'pad now' : ''} @click=${this.begin} @pointerdown=${this.tap} @keydown=${this.key}>${this.taps ? `Tap with every click (${this.taps.length} of ${TAP_CLICKS})` : 'Tap along instead'}</button></p>
      <p class="small" role="status">${this.problem ?? nothing}</p></div>`;
  }

  async begin() {
    if (this.taps) return;
    this.problem = null;
    this.taps = [];
    await this.audio.resume();
    const clicks = playBeat(this.audio);
    await new Promise((done) => setTimeout(done, clicks.at(-1) - performance.now() + AFTER_MS));
    if (this.isConnected) this.judge(clicks);
  }

  judge(clicks) {
    const offset = tapOffset(clicks, this.taps);
    this.taps = null;
    if (offset === null) this.problem = 'The taps were too few or too uneven to tell. Try once more, tapping with every click.';
    else this.dispatchEvent(new CustomEvent('tapped', { detail: offset }));
  }

  key(event) {
    if ([' ', 'Enter'].includes(event.key) && !event.repeat) this.tap(event);
  }

  /** By the event's own time: what the page does before it gets here does not count. */
  tap(event) {
    if (!this.taps) return;
    event.preventDefault();
    this.taps = [...this.taps, event.timeStamp];
  }
}

customElements.define('db-rig-taps', RigTaps);
