import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { claimsInOrder, isOpen, ONLINE, statusText } from '../core/drop-words.js';
import { placeTime } from '../core/place-time.js';
import { everything, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/drop-claim.js';
import '../parts/drop-downloads.js';
import '../parts/notice.js';
import '../parts/trouble.js';

const REFRESH_MS = 15000;

/** Everything a member carries: passes, what is to be collected with its codes, downloads, what they wait for, and what is over. */
class Wallet extends LitElement {
  static properties = { account: {}, it: { state: true }, problem: { state: true }, stale: { state: true } };

  static styles = [sheet, css`
    .sheet {
      display: grid;
      gap: 1.4rem;
      grid-template-columns: minmax(0, 1fr);
      max-width: 46rem;
    }
    .item + .item {
      border-top: 1px solid var(--line);
      padding-top: 1rem;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 0.2rem 1rem;
      padding-block: 0.4rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    ul {
      margin-top: 0.6rem;
    }
    .line a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      font-weight: 600;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.it && this.load(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async load() {
    try {
      const [drops, outings] = await Promise.all([everything('/me/claims'), everything('/me/tickets')]);
      this.it = { drops, outings };
      this.problem = this.stale = null;
    } catch (problem) {
      if (this.it) this.stale = problem.message;
      else this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-trouble heading="Your wallet cannot be shown" .message=${this.problem} @again=${this.load}></db-trouble>`;
    if (!this.it) return html`<h1 class="unseen">Your wallet</h1><db-busy label="Opening your wallet"></db-busy>`;
    const { drops, outings } = this.it;
    const all = drops.flatMap(({ title, mine }) => [...(mine.offer ? [mine.offer] : []), ...mine.claims].map((claim) => ({ ...claim, dropTitle: title })));
    const claims = claimsInOrder(all);
    const open = claims.filter((claim) => isOpen(claim) && claim.point !== ONLINE);
    const passes = outings.flatMap(({ mine, ...it }) => mine.tickets.filter(({ validity }) => validity === 'VALID').map(({ id }) => ({ ...it, ticket: id })));
    const files = drops.flatMap(({ dropId, title, downloads }) => downloads.map((it) => ({ ...it, dropId, title })));
    const waiting = drops.filter(({ mine }) => mine.waiting);
    const owed = claims.filter((claim) => claim.refundFailed && (!isOpen(claim) || claim.point === ONLINE));
    const over = claims.filter((claim) => !isOpen(claim) && claim.point !== ONLINE && !claim.refundFailed);
    const none = !passes.length && !claims.length && !waiting.length;
    return html`<div class="sheet"><h1 tabindex="-1">Your wallet</h1>
      ${this.stale ? html`<db-notice kind="error">${this.stale} What you see may be old. <button @click=${this.load}>Try again</button></db-notice>` : nothing}
      ${none ? html`<p class="soft">Nothing is in it yet. Passes of pop-ups and what you claim after a class come here by themselves.</p><p><a class="button now" href="/">Find a class</a></p>` : nothing}
      ${open.length ? html`<section class="panel stack" aria-labelledby="collect"><h2 id="collect" tabindex="-1">To collect</h2>${this.claims(open)}</section>` : nothing}
      ${passes.length ? html`<section class="panel" aria-labelledby="passes"><h2 id="passes">Passes</h2><ul>${passes.map((it) => html`<li class="line"><a href="/pop-ups/${it.id}">${it.title}</a><span class="soft">${placeTime(it.start, it.zone)}, ${it.placeName}, ticket ${it.ticket}</span></li>`)}</ul></section>` : nothing}
      ${files.length ? html`<section class="panel stack" aria-labelledby="files"><h2 id="files">Downloads</h2>${files.map((it) => html`<div class="item stack"><h3>${it.name}</h3><p class="small soft">${it.title}</p><db-drop-downloads .dropId=${it.dropId} .bundle=${it.bundle}></db-drop-downloads></div>`)}</section>` : nothing}
      ${waiting.length ? html`<section class="panel" aria-labelledby="waiting"><h2 id="waiting">Waiting for</h2><ul>${waiting.map((it) => html`<li class="line"><a href="/drops/${it.dropId}">${it.title}</a><span class="soft">you are number ${it.mine.waiting.position}</span></li>`)}</ul></section>` : nothing}
      ${owed.length ? html`<section class="panel stack" aria-labelledby="owed"><h2 id="owed">To be paid back</h2>${this.claims(owed)}</section>` : nothing}
      ${over.length ? html`<section class="panel" aria-labelledby="over"><h2 id="over">Before</h2><ul>${over.map((it) => html`<li class="line"><a href="/drops/${it.dropId}">${it.units > 1 ? `${it.units} × ` : ''}${it.bundleName}</a><span class="soft">${statusText(it)}, ${placeTime(it.at, Intl.DateTimeFormat().resolvedOptions().timeZone)}</span></li>`)}</ul></section>` : nothing}</div>`;
  }

  /** What can be done about a claim is done on the page of its drop, which knows the other points. */
  claims(claims) {
    return repeat(claims, ({ dropId, claimId }) => `${dropId} ${claimId}`, (claim) => html`<div class="item stack"><db-drop-claim slim .claim=${claim} .heading=${claim.dropTitle} @wish=${() => location.assign(`/drops/${claim.dropId}`)} @over=${this.load}></db-drop-claim>
      <p><a class="button" href="/drops/${claim.dropId}" aria-label="More about it: ${claim.bundleName}">More about it</a></p></div>`);
  }
}

customElements.define('db-page-wallet', Wallet);
