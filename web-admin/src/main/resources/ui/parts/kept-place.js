import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { priceText } from '../core/kind-words.js';
import { KeepFocus } from './keep-focus.js';
import './countdown.js';
import './notice.js';

/** What is kept for somebody for a while: a hold of theirs, or an offer from the waiting list. Tells `wish` ({wish: 'confirm' | 'release' | 'accept' | 'come' | 'decline'}): who has a place online too is asked which one they mean and `over`. */
class KeptPlace extends LitElement {
  static properties = { it: {}, online: { type: Boolean }, busy: { type: Boolean }, problem: {} };

  static styles = [sheet, css`
    section {
      display: grid;
      gap: 0.7rem;
      padding: 0.9rem 1rem;
      border-radius: calc(var(--corner) * 1.6);
      background: var(--now-soft);
    }
    button {
      flex: 1 1 10rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const { hold, offer } = this.it.mine;
    const kept = hold ?? offer;
    const name = this.it.kinds.find(({ id }) => id === kept.kind)?.name ?? kept.kind;
    return html`<section aria-labelledby="kept">
      <h2 id="kept" tabindex="-1">${hold ? 'Kept for you' : 'A place is free for you'}</h2>
      <p>${hold ? `${hold.count} × ${name}, ${priceText(hold.total)}.` : `${name}.`} ${hold?.total.minor ? 'You pay at the door.' : nothing} Yours once you ${hold ? 'confirm' : 'take it'}, for</p>
      <db-countdown .until=${kept.until} label="Time left" @over=${() => this.tell('over')}></db-countdown>
      ${this.asks() ? html`<p><b>You have a place online. Which one do you want?</b> The other one goes to whoever waits for it.</p>` : nothing}
      ${hold && this.online ? html`<p><b>You have a place online.</b> It goes to whoever waits for it once you confirm.</p>` : nothing}
      <div class="row">${hold ? html`${this.wish('confirm', 'Confirm', 'now')}${this.wish('release', 'Let it go')}` : this.offered()}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
    </section>`;
  }

  asks() {
    return this.online && !this.it.mine.hold;
  }

  offered() {
    return this.asks() ? html`${this.wish('come', 'The room, not online', 'now')}${this.wish('decline', 'Online, not the room')}`
      : html`${this.wish('accept', 'Take the place', 'now')}${this.wish('decline', 'Let it pass on')}`;
  }

  /** The keyboard goes where the time runs. */
  async focusHere() {
    await this.updateComplete;
    this.renderRoot.querySelector('h2').focus();
  }

  wish(wish, text, look = '') {
    return html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} @click=${() => !this.busy && this.tell('wish', { wish })}>${text}</button>`;
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('db-kept-place', KeptPlace);
