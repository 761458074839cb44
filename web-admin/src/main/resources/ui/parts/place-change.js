import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { priceText } from '../core/kind-words.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

/** Somebody with a place in the room or online may change to the other; tells `move` ({to, kind}). Nothing is given up before the other place is theirs; who is offered the room is asked there. */
class PlaceChange extends LitElement {
  static properties = { it: {}, ride: {}, busy: { type: Boolean }, problem: {} };

  static styles = [sheet, css`
    button {
      width: 100%;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const ways = this.ways();
    if (!ways.length && !this.problem) return nothing;
    return html`<section class="panel stack" aria-labelledby="place"><h2 id="place" tabindex="-1">In the room or online</h2>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}${ways}</section>`;
  }

  ways() {
    const { it, ride } = this;
    if (!it?.mine || !['PUBLISHED', 'DOORS_OPEN'].includes(it.phase) || !['SCHEDULED', 'LOBBY', 'LIVE'].includes(ride?.phase)) return [];
    const held = it.mine.tickets.filter(({ validity }) => validity === 'VALID');
    const online = ride.mine?.status === 'BOOKED' && ride.mine.place === 'ONLINE';
    if (held.some(({ inside }) => !inside) && ride.online?.capacity) return [this.toOnline(ride, online)];
    return online && !held.length && !it.mine.offer ? this.toRoom(it) : [];
  }

  toOnline(ride, online) {
    const full = !online && ride.online.left === 0;
    return html`<p class="soft small">${full ? 'Everything online is taken now; you keep your place in the room.' : 'Your place in the room goes to whoever waits for one.'}</p>
      ${this.button('Take part online instead', { to: 'ONLINE' }, full)}`;
  }

  toRoom({ kinds }) {
    const free = kinds.filter(({ places }) => places.left > 0);
    if (!free.length) return [html`<p class="soft small">The room is full now. You keep your place online; wait for a ticket below to be offered one that comes back.</p>`];
    return [html`<p class="soft small">Your place online goes to whoever waits for one.</p>`,
      ...free.map((kind) => this.button(`Come to the room instead${free.length > 1 || kind.price.minor ? `: ${kind.name}, ${priceText(kind.price)}` : ''}`, { to: 'IN_ROOM', kind: kind.id }))];
  }

  button(words, move, off = false) {
    const tell = () => !this.busy && !off && this.dispatchEvent(new CustomEvent('move', { detail: move }));
    return html`<button aria-disabled=${this.busy || off ? 'true' : nothing} @click=${tell}>${words}</button>`;
  }
}

customElements.define('db-place-change', PlaceChange);
