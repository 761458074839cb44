import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { isDownload } from '../core/drop-choice.js';
import { claimsInOrder, forWhomText, ONLINE, obstacleText, phaseText, standingOf, unitsTaken, windowText, zoneOf } from '../core/drop-words.js';
import { placeTime } from '../core/place-time.js';
import { DropVisit } from '../parts/drop-visit.js';
import { serverNow } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/confirm.js';
import '../parts/countdown.js';
import '../parts/drop-bundle.js';
import '../parts/drop-claim.js';
import '../parts/drop-downloads.js';
import '../parts/drop-line.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 4000;

/** One drop for whoever may claim it: what it is, the waiting room, the one tap, and what is one's own of it. */
class DropPage extends LitElement {
  static properties = { account: {}, dropId: {} };

  static styles = [sheet, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
    }
    h1,
    .words {
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
      max-width: 42rem;
    }
    .stack > [role='status']:empty {
      margin-bottom: calc(-1 * var(--gap));
    }
    .item + .item {
      border-top: 1px solid var(--line);
      padding-top: 1rem;
    }
    .place {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
    .points {
      display: grid;
      gap: 0.9rem;
      margin-top: 0.6rem;
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 6fr) minmax(0, 6fr);
        grid-template-rows: auto 1fr;
        align-items: start;
      }
      .side {
        grid-column: 2;
        grid-row: 1 / span 2;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.visit = new DropVisit(this, this.dropId);
    this.visit.load().then(() => this.account && this.visit.resume());
    this.timer = setInterval(() => document.visibilityState === 'visible' && !this.visit.busy && this.visit.it && this.visit.load(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  get it() {
    return this.visit.it;
  }

  updated() {
    if (this.it) document.title = `${this.it.title} · Downbeat`;
  }

  render() {
    const { problem } = this.visit;
    if (problem) return html`<db-trouble heading=${problem.status === 404 ? 'There is no such drop' : 'This drop cannot be shown'} message=${problem.status === 404 ? 'The address may be mistyped, or it is not announced yet.' : problem.message} @again=${() => this.visit.load()}><a class="button" href="/">All classes</a></db-trouble>`;
    if (!this.it) return html`<h1 class="unseen">Drop</h1><db-busy label="Looking for the drop"></db-busy>`;
    const standing = standingOf(this.it, serverNow());
    return html`<div class="desk">${this.about(this.it)}<div class="stack side">${this.mine(this.it, standing)}</div><div class="stack">${this.who(this.it)}${this.points(this.it)}</div></div>
      <db-confirm id="back" heading="Give it back?" action="Give it back">It goes to whoever waits for one. This cannot be taken back.</db-confirm>`;
  }

  about(it) {
    return html`<div class="stack"><p class="row"><span class="badge ${it.phase === 'OPEN' ? 'live' : ''}">${phaseText(it.phase)}</span></p>
      <h1 tabindex="-1">${it.title}</h1>
      ${it.owner ? html`<p><a class="button" href="/drops/${it.dropId}/edit">Your desk</a></p>` : nothing}
      ${it.phase === 'CANCELLED' ? html`<db-notice kind="error">This drop is cancelled: ${it.cancelReason}</db-notice>` : nothing}
      ${it.phase === 'ANNOUNCED' ? html`<p>${it.classId ? 'It opens when its class closes.' : 'Its trainer opens it.'} This page tells you.</p>${it.classId ? html`<p><a class="button" href="/room/${it.classId}">To the class</a></p>` : nothing}` : nothing}
      ${it.phase === 'OPEN' && it.closesAt ? html`<p class="soft">It can be claimed until ${placeTime(it.closesAt, zoneOf(it))}.</p>` : nothing}
      ${it.phase === 'CLOSED' ? html`<p class="soft">Nothing is claimed any more; what is yours can still be collected.</p>` : nothing}
      ${it.description ? html`<p class="words">${it.description}</p>` : nothing}
      ${it.perMember > 1 ? html`<p class="small soft">Up to ${it.perMember} for one member.</p>` : nothing}
      </div>`;
  }

  who({ eligibility }) {
    return html`<p class="small soft">${forWhomText(eligibility)}</p>`;
  }

  points(it) {
    const points = it.points.filter(({ point }) => point !== ONLINE);
    if (!points.length) return nothing;
    return html`<section aria-labelledby="where"><h2 id="where">Where it is collected</h2><ul class="points">${points.map((point) => html`<li><b>${point.name}</b><br><a class="place" href="/pop-ups/${point.point}">The way there</a>${point.closed ? html`<br><span class="error">Nothing is collected here any more: ${point.closed}</span>` : point.windows.map((window) => html`<br><span class="small soft">${windowText(window)}${window.left === 0 ? ', full' : ''}</span>`)}</li>`)}</ul></section>`;
  }

  mine(it, standing) {
    const { visit } = this;
    const claims = claimsInOrder([...(it.mine?.offer ? [it.mine.offer] : []), ...(it.mine?.claims ?? []).filter(({ status }) => status !== 'OFFERED' || !it.mine.offer)]);
    const waits = it.line?.perSecond > 0 && ['announced', 'outside', 'in-line', 'open'].includes(standing);
    return html`<div role="status">${visit.said ? html`<db-notice kind="good">${visit.said}</db-notice>` : visit.busy && visit.intent.pending ? html`<db-notice>Your claim is on its way.</db-notice>` : nothing}</div>
      ${visit.stale ? html`<db-notice kind="error">${visit.stale} <button @click=${() => visit.load()}>Try again</button></db-notice>` : nothing}
      ${visit.refusals[''] ? html`<db-notice kind="error">${visit.refusals['']}</db-notice>` : nothing}
      ${claims.length ? this.claims(it, claims) : nothing}
      ${it.mine?.waiting ? this.waiting(it) : nothing}
      ${this.obstacle(it, standing)}
      ${waits && this.account ? html`<section class="panel" aria-label="Waiting room"><db-drop-line .it=${it} .account=${this.account} .standing=${standing} ?busy=${visit.busy} @enter=${() => visit.enterLine()} @over=${() => visit.load()}></db-drop-line></section>` : nothing}
      <section class="panel stack" aria-labelledby="bundles"><h2 id="bundles" tabindex="-1">${it.bundles.length === 1 ? 'What there is' : 'Bundles'}</h2>
        ${standing === 'open' && unitsTaken(it.mine.claims) >= it.perMember ? html`<p class="soft">You have what one member can claim of it.</p>` : nothing}
        ${repeat(it.bundles, ({ id }) => id, (bundle) => html`<db-drop-bundle class="item" .it=${it} .bundle=${bundle} .standing=${standing} .account=${this.account} ?busy=${visit.busy} .refusal=${visit.refusals[bundle.id]} @wish=${this.wish}></db-drop-bundle>`)}</section>`;
  }

  claims(it, claims) {
    const files = claims.filter(({ point, status, bundle }) => point === ONLINE && ['CONFIRMED', 'READY', 'HANDED_OVER'].includes(status) && it.bundles.some((b) => b.id === bundle && isDownload(b)));
    return html`<section class="panel stack" aria-labelledby="mine"><h2 id="mine" tabindex="-1">Yours</h2>
      ${repeat(claims, ({ claimId }) => claimId, (claim) => html`<db-drop-claim class="item" .claim=${claim} .points=${it.points} .paying=${it.paying} ?busy=${this.visit.busy} @wish=${this.claimWish} @over=${() => this.visit.load()}></db-drop-claim>`)}
      ${files.map(({ bundle }) => html`<db-drop-downloads .dropId=${it.dropId} .bundle=${bundle}></db-drop-downloads>`)}</section>`;
  }

  waiting({ mine }) {
    const { position } = mine.waiting;
    return html`<section class="panel stack" aria-labelledby="wait"><h2 id="wait" tabindex="-1">You wait</h2><p><b>You are number ${position}</b> on the waiting list. When a unit is given back it is offered to you here.</p>
      <p><button aria-disabled=${this.visit.busy ? 'true' : nothing} @click=${() => this.visit.stopWaiting()}>Stop waiting</button></p></section>`;
  }

  obstacle(it, standing) {
    if (standing === 'not-eligible') return html`<db-notice kind="warn">${obstacleText(it.mine, it.eligibility ?? undefined)}</db-notice>`;
    if (standing === 'head-start') return html`<section class="panel stack" aria-label="Head start"><p>Those who were in the room come first. You can claim in</p><p><db-countdown .until=${it.mine.from} label="Time until you can claim" @over=${() => this.visit.load()}></db-countdown></p></section>`;
    return nothing;
  }

  async wish({ detail: { wish, body } }) {
    if (await this.visit[wish](body)) this.focusMine();
  }

  async claimWish({ detail: { wish, claim, to } }) {
    const { visit } = this;
    if (wish === 'accept') return (await visit.accept(to)) && this.focusMine();
    if (wish === 'decline') return visit.decline();
    if (wish === 'rehome') return visit.rehome(claim.claimId, to);
    if (await this.renderRoot.querySelector('#back').ask()) await visit.release(claim.claimId);
    return undefined;
  }

  async focusMine() {
    await this.updateComplete;
    (this.renderRoot.querySelector('#mine') ?? this.renderRoot.querySelector('#wait'))?.focus();
  }
}

customElements.define('db-page-drop', DropPage);
