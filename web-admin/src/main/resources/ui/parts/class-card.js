import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { lengthText, soonText, startText, wallTime } from '../core/time.js';
import { isTrainer } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './profile.js';
import './room-link.js';

/** One class as a member sees it; says what the person can do next as a `wish` event ({wish, place}). */
class ClassCard extends LitElement {
  static properties = { it: {}, account: {}, busy: { type: Boolean }, problem: {} };

  static styles = [sheet, css`
    article {
      display: grid;
      gap: 0.8rem 1.6rem;
      grid-template-columns: minmax(0, 1fr);
      padding-block: 1.25rem;
      border-top: 1px solid var(--line);
    }
    h2 {
      font-size: 1.45rem;
      font-stretch: 80%;
      font-weight: 700;
      overflow-wrap: anywhere;
    }
    .when {
      font-weight: 650;
    }
    .text {
      display: grid;
      gap: 0.3rem;
      align-content: start;
      min-width: 0;
    }
    .doing {
      display: grid;
      gap: 0.5rem;
      align-content: start;
    }
    .doing button,
    .doing a {
      width: 100%;
    }
    .places {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1rem;
    }
    .offer {
      background: var(--now-soft);
      border-radius: var(--corner);
      padding: 0.6rem 0.8rem;
      display: grid;
      gap: 0.5rem;
    }
    db-profile {
      max-width: 34rem;
      margin-top: 0.35rem;
    }
    @media (min-width: 46rem) {
      article {
        grid-template-columns: minmax(0, 1fr) 15rem;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const it = this.it;
    return html`<article aria-labelledby="title">
      <div class="text">
        <p class="row"><span class="when">${startText(it.start)}</span> ${this.badge(it)}</p>
        <h2 id="title" tabindex="-1">${it.title}</h2>
        <p class="soft">with ${it.trainer.name} · ${lengthText(it.lengthMinutes * 60000)}${it.style ? ` · ${it.style}` : ''} · ${price(it)}</p>
        ${it.description ? html`<p>${it.description}</p>` : nothing}
        ${it.plan ? html`<db-profile .plan=${it.plan} slim></db-profile>` : nothing}
        <p class="places soft small">${places('At home', it.online)}${places('In the room', it.inRoom)}</p>
      </div>
      <div class="doing">
        ${this.doing(it)}
        ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      </div>
    </article>`;
  }

  badge({ phase, start }) {
    if (phase === 'LIVE' || phase === 'CLOSING') return html`<span class="badge live">Live now</span>`;
    if (phase === 'LOBBY') return html`<span class="badge live">Lobby open</span>`;
    return html`<span class="badge soft">${soonText(start)}</span>`;
  }

  doing(it) {
    if (it.owner) return html`<a class="button" href="/console/${it.id}">Open the console</a>`;
    const mine = it.mine;
    if (mine?.status === 'OFFERED') {
      return html`<div class="offer"><p><b>A place is free for you</b> until ${wallTime(new Date(mine.offerEndsAt))}.</p>
        ${this.wish('accept', 'Take the place', 'now')}${this.wish('decline', 'Let it pass on')}</div>`;
    }
    if (mine?.status === 'WAITING') return html`<p tabindex="-1"><b>You are number ${mine.position}</b> on the waiting list.</p>${this.wish('cancel', 'Leave the waiting list')}`;
    if (mine?.status === 'BOOKED') return this.booked(it, mine);
    if (!this.account) return html`${this.wish('book', 'Sign in to book', '', 'ONLINE')}`;
    if (isTrainer(this.account) && !this.account.participant) return nothing;
    return html`${this.book(it.online, 'ONLINE', 'at home')}${this.book(it.inRoom, 'IN_ROOM', 'in the room')}`;
  }

  booked(it, mine) {
    const open = ['LOBBY', 'LIVE', 'CLOSING'].includes(it.phase);
    return html`${open ? html`<a class="button now" href="/room/${it.id}">Join</a>` : nothing}
      <p tabindex="-1"><b>Booked</b> ${mine.place === 'ONLINE' ? 'at home' : 'in the room'}.</p>
      <db-room-link .classId=${it.id}></db-room-link>
      ${open ? nothing : this.wish('cancel', 'Cancel my booking')}`;
  }

  book(side, place, where) {
    if (!side?.capacity) return nothing;
    return side.left > 0 ? this.wish('book', `Book ${where}`, place === 'ONLINE' ? 'now' : '', place) : this.wish('book', `Wait for a place ${where}`, '', place);
  }

  wish(wish, text, look = '', place = null) {
    const tell = () => !this.busy && this.dispatchEvent(new CustomEvent('wish', { detail: { wish, place } }));
    return html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} @click=${tell} aria-label="${text}: ${this.it.title}">${text}</button>`;
  }
}

function price({ price: cost, trial }) {
  if (!cost || cost.minor === 0) return 'free';
  const text = new Intl.NumberFormat([], { style: 'currency', currency: cost.currency }).format(cost.minor / 100);
  return trial ? `${text}, first time free` : text;
}

function places(where, side) {
  if (!side?.capacity) return nothing;
  const text = side.left > 0 ? `${side.left} of ${side.capacity} left` : `full${side.waiting ? `, ${side.waiting} waiting` : ''}`;
  return html`<span>${where}: ${text}</span>`;
}

customElements.define('db-class-card', ClassCard);
