import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { holdRefusal } from '../core/kind-words.js';
import { languagesText } from '../core/languages.js';
import { placeClock, spanText, zoneNote } from '../core/place-time.js';
import { api, serverNow, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { phaseBadge } from '../parts/pop-up-phase.js';
import '../parts/busy.js';
import '../parts/confirm.js';
import '../parts/kept-place.js';
import '../parts/notice.js';
import '../parts/picture-strip.js';
import '../parts/place-change.js';
import '../parts/ticket-kinds.js';
import '../parts/ticket.js';
import '../parts/trouble.js';

const REFRESH_MS = 8000;

/** One pop-up for everybody: what, when, where, and the way to a ticket; who has one shows the pass from here. */
class PopUp extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, problem: { state: true }, stale: { state: true }, busy: { state: true }, said: { state: true }, problems: { state: true }, keptProblem: { state: true }, ride: { state: true }, moveProblem: { state: true } };

  static styles = [sheet, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
    }
    .text {
      overflow-wrap: anywhere;
    }
    dt {
      font-size: var(--small);
      font-weight: 600;
      color: var(--ink-soft);
    }
    dl {
      display: grid;
      gap: 0.8rem;
    }
    .stack > [role='status']:empty {
      margin-bottom: calc(-1 * var(--gap));
    }
    .words {
      white-space: pre-line;
      max-width: 42rem;
    }
    @media (min-width: 62rem) {
      .to-mine {
        display: none;
      }
      .desk {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.problems = {};
    this.round = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && !this.busy && this.it && this.load(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  get path() {
    return `/pop-ups/${this.popUpId}`;
  }

  /** The newest question counts: what was asked before somebody did something is old when its answer comes. */
  async load() {
    const round = (this.round += 1);
    this.problem = null;
    try {
      const it = await api.get(this.path);
      if (round !== this.round) return;
      this.it = it;
      this.ride = it.linkedClass && it.mine ? await api.get(`/classes/${it.linkedClass}`).catch(() => this.ride ?? null) : null;
      if (round !== this.round) return;
      document.title = `${it.title} · Downbeat`;
      this.stale = null;
    } catch (problem) {
      if (round !== this.round) return;
      if (this.it) this.stale = problem.message;
      else this.problem = problem;
    }
  }

  render() {
    if (this.problem) return this.trouble();
    if (!this.it) return html`<h1 class="unseen">Pop-up</h1><db-busy label="Looking for the pop-up"></db-busy>`;
    return html`<div class="desk">${this.about(this.it)}<div class="stack">${this.tickets(this.it)}</div></div>
      <db-confirm id="back" heading="Cancel this ticket?" action="Cancel the ticket">Your place goes to whoever waits for one. This cannot be taken back.</db-confirm>`;
  }

  trouble() {
    const missing = this.problem.status === 404;
    return html`<db-trouble heading=${missing ? 'There is no such pop-up' : 'This pop-up cannot be shown'} message=${missing ? 'The address may be mistyped, or it is not published yet.' : this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
  }

  about(it) {
    const { place } = it;
    const note = zoneNote(it.start, place.zone);
    return html`<div class="stack text"><p class="row">${phaseBadge(it, it.owner)}</p>
      <h1 tabindex="-1">${it.title}</h1>
      ${it.mine?.tickets.some(({ validity }) => validity === 'VALID') ? html`<p class="to-mine"><button class="now" @click=${this.focusMine}>To my pass</button></p>` : nothing}
      ${it.phase === 'CANCELLED' ? html`<db-notice kind="error">This pop-up is cancelled: ${it.cancelReason}</db-notice>` : nothing}
      ${it.owner ? html`<p class="row"><a class="button" href="${this.path}/edit">Organize</a>${['PUBLISHED', 'DOORS_OPEN'].includes(it.phase) ? html`<a class="button" href="${this.path}/door">Door</a>` : nothing}${it.linkedClass ? html`<a class="button" href="${this.path}/stage">Stage</a>` : nothing}</p>` : nothing}
      ${it.pictures?.length ? html`<db-picture-strip .pictures=${it.pictures}></db-picture-strip>` : nothing}
      <dl>
        <div><dt>When</dt><dd><b>${spanText(it.start, it.end, place.zone)}</b>, doors at ${placeClock(it.doors, place.zone)}${note ? html`<br><span class="small soft">${note}</span>` : nothing}</dd></div>
        <div><dt>Where</dt><dd><b>${place.name}</b><br>${place.address}</dd></div>
        <div><dt>Getting in</dt><dd>${place.accessibility || html`<span class="soft">The organizer says nothing about steps, sight or hearing; ask before you come.</span>`}</dd></div>
        ${it.languages?.length ? html`<div><dt>Held in</dt><dd>${languagesText(it.languages)}</dd></div>` : nothing}
        <div><dt>Host</dt><dd>${it.host}</dd></div>
        ${it.linkedClass ? html`<div><dt>Online</dt><dd>Its class also runs online.<br><a class="button quiet at-start" href="/room/${it.linkedClass}">The class online</a></dd></div>` : nothing}
      </dl>
      ${it.phase === 'DRAFT' ? nothing : html`<p><a class="button" href="/api/v1${this.path}/calendar.ics" download>Add to my calendar</a></p>`}
      ${it.description ? html`<p class="words">${it.description}</p>` : nothing}</div>`;
  }

  tickets(it) {
    const { mine } = it;
    return html`<div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.stale ? html`<db-notice kind="error">${this.stale} <button @click=${this.load}>Try again</button></db-notice>` : nothing}
      ${mine?.hold || mine?.offer ? html`<db-kept-place .it=${it} ?online=${takesPartOnline(this.ride)} ?busy=${this.busy} .problem=${this.keptProblem} @wish=${this.keptWish} @over=${this.load}></db-kept-place>` : nothing}
      ${mine?.tickets.length ? html`<section class="panel stack" aria-labelledby="mine"><h2 id="mine" tabindex="-1">Your tickets</h2>
        ${repeat(mine.tickets, (ticket) => ticket.id, (ticket) => html`<db-ticket .popUpId=${it.id} .it=${ticket} .name=${nameOf(it, ticket.kind)} .zone=${it.place.zone} .title=${it.title} @cancel=${() => this.giveBack(ticket)}></db-ticket>`)}</section>` : nothing}
      <db-place-change .it=${it} .ride=${this.ride} ?busy=${this.busy} .problem=${this.moveProblem} @move=${this.move}></db-place-change>
      <section class="panel stack" aria-labelledby="kinds"><h2 id="kinds" tabindex="-1">Tickets</h2>
        ${it.phase === 'DRAFT' ? html`<p class="soft">Not published yet: nobody but you sees this page.</p>` : nothing}
        <db-ticket-kinds .it=${it} .account=${this.account} ?busy=${this.busy} .problems=${this.problems} @wish=${this.wish}></db-ticket-kinds></section>`;
  }

  async wish({ detail: { wish, kind, count } }) {
    if (!this.account) return location.assign(signInPath());
    const done = await this.act(
      () => (wish === 'hold' ? api.post(`${this.path}/holds`, { kind, count }) : wish === 'wait' ? api.post(`${this.path}/waiting`, { kind }) : api.delete(`${this.path}/waiting`)),
      wish === 'wait' ? 'You are on the waiting list.' : null,
      (problem) => (this.problems = { [kind]: holdRefusal(problem, (inMs) => placeClock(serverNow() + inMs, this.it.place.zone)) }),
    );
    if (!done || wish !== 'hold') return;
    await this.updateComplete;
    this.renderRoot.querySelector('db-kept-place')?.focusHere();
  }

  async keptWish({ detail: { wish } }) {
    const hold = `${this.path}/holds/${this.it.mine.hold?.id}`;
    const ways = {
      confirm: [() => api.post(`${hold}/confirm`), 'It is yours. Show the pass at the gate.'], release: [() => api.delete(hold), 'Let go.'],
      come: [() => api.post(`${this.path}/place`, { to: 'IN_ROOM', kind: this.it.mine.offer?.kind }), 'It is yours, and your place online is free for somebody else. Show the pass at the gate.'],
      accept: [() => api.post(`${this.path}/offer/accept`), 'It is yours. Show the pass at the gate.'], decline: [() => api.post(`${this.path}/offer/decline`), 'Passed on to the next.'],
    };
    const had = ['confirm', 'accept', 'come'].includes(wish);
    if ((await this.act(...ways[wish], (problem) => (this.keptProblem = problem.message))) && had) await this.focusMine();
  }


  async giveBack(ticket) {
    if (!(await this.renderRoot.querySelector('#back').ask())) return;
    await this.act(() => api.post(`${this.path}/tickets/${ticket.id}/cancel`), 'The ticket is cancelled.', (problem) => (this.stale = problem.message));
  }

  async move({ detail }) {
    const there = detail.to === 'ONLINE' ? 'You take part online now; your place in the room is free for somebody else.' : 'You come to the room now. Show the pass at the gate.';
    const done = await this.act(() => api.post(`${this.path}/place`, detail), there, (problem) => (this.moveProblem = problem.message));
    if (done && detail.to === 'IN_ROOM') await this.focusMine();
  }

  /** Does one thing and shows what is true then; `refused` gets what stood against it. */
  async act(send, said, refused) {
    this.busy = true;
    this.problems = {};
    this.keptProblem = this.moveProblem = this.said = null;
    try {
      await send();
      this.said = said;
      await this.load();
      return true;
    } catch (problem) {
      await this.load();
      refused(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async focusMine() {
    await this.updateComplete;
    this.renderRoot.querySelector('#mine')?.focus();
  }
}

function takesPartOnline(ride) {
  return ride?.mine?.status === 'BOOKED' && ride.mine.place === 'ONLINE' && ['SCHEDULED', 'LOBBY', 'LIVE', 'CLOSING'].includes(ride.phase);
}

function nameOf(it, kind) {
  return it.kinds.find(({ id }) => id === kind)?.name ?? kind;
}

customElements.define('db-page-pop-up', PopUp);
