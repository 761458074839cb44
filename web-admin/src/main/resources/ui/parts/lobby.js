import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { millis } from '../core/time.js';

/** A screen reader is told of a new place this often (ms) at most; from the last few places on it is told of each. */
const TOLD_MS = 10000;
const LAST_PLACES = 3;

/** What a member sees before the class begins: the place in the queue, and whether this device is ready for the start. */
class Lobby extends LitElement {
  static properties = { queue: {}, bound: { type: Number }, planned: { type: Boolean }, ready: { type: Number }, of: { type: Number }, sounds: { type: Boolean }, told: { state: true } };

  static styles = [sheet, css`
    .place {
      font-size: 1.5rem;
      font-weight: 650;
      font-stretch: 84%;
      line-height: 1.15;
    }
    .all {
      display: grid;
      gap: 0.5rem;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1.4rem;
    }
    li {
      display: flex;
      gap: 0.5rem;
      align-items: center;
    }
    i {
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--edge);
      border-radius: 50%;
    }
    .done i {
      background: var(--now);
      border-color: var(--ink);
    }
  `];

  willUpdate(changed) {
    if (!changed.has('queue')) return;
    const now = performance.now();
    if (!this.queue) this.told = changed.get('queue') ? 'You are in.' : '';
    else if (!this.toldAt || now - this.toldAt > TOLD_MS || this.queue.position <= LAST_PLACES) this.told = this.words();
    else return;
    this.toldAt = now;
  }

  render() {
    return html`<div class="all"><p class="unseen" role="status">${this.told ?? ''}</p>
      ${this.queue ? html`<p class="place" aria-hidden="true">${this.words()}</p>` : nothing}
      <ul class="small" aria-label="This device">${this.item(Number.isFinite(this.bound), Number.isFinite(this.bound) ? `Clock in sync, ± ${millis(this.bound)}` : 'Clock is being set')}
        ${this.item(this.planned, this.planned ? 'Plan is here' : 'Plan is coming')}
        ${this.of ? this.item(this.ready === this.of, this.ready === this.of ? 'Music and pictures are here' : `Music and pictures: ${this.ready} of ${this.of}`) : nothing}
        ${this.item(this.sounds, this.sounds ? 'Sound is on' : 'Sound is off')}</ul></div>`;
  }

  item(done, words) {
    return html`<li class=${done ? 'done' : ''}><i aria-hidden="true"></i>${words}</li>`;
  }

  words() {
    const { position, of, etaMs } = this.queue;
    return `You are ${ordinal(position)} of ${of}, ${etaMs < 1000 ? 'in a moment' : `about ${Math.round(etaMs / 1000)} s`}`;
  }
}

/** `1st`, `12th`, `23rd`. */
function ordinal(n) {
  const teens = n % 100 > 10 && n % 100 < 14;
  return `${n}${teens ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th')}`;
}

customElements.define('db-lobby', Lobby);
