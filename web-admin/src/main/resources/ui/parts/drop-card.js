import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { claimsInOrder, isOpen, obstacleText, standingOf } from '../core/drop-words.js';
import { DropVisit } from './drop-visit.js';
import { serverNow } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './countdown.js';
import './drop-bundle.js';
import './drop-claim.js';
import './drop-line.js';
import './notice.js';

/** How often a member's own part of it is looked at, ms. */
const LOOK_MS = 8000;

/** One drop beside its class: what is left, live, and the one tap; the member does not leave the room for it. `drop` is what the socket said last. */
class DropCard extends LitElement {
  static properties = { drop: {}, account: {}, quiet: { type: Boolean } };

  static styles = [sheet, css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.8rem;
      padding: clamp(0.8rem, 3vw, 1.3rem);
      border: 3px solid var(--now);
      border-radius: calc(var(--corner) * 2);
      background: var(--surface);
      overflow-wrap: anywhere;
    }
    h2 {
      font-size: clamp(1.3rem, 4.5vw, 1.8rem);
    }
    .item + .item {
      border-top: 1px solid var(--line);
      padding-top: 0.8rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.worthALook && this.visit.load(), LOOK_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** What is this member's alone is in no push: a claim that becomes ready, a place in a list, an offer. */
  get worthALook() {
    const { it, busy } = this.visit ?? {};
    return Boolean(it?.mine) && !busy && (it.mine.claims.some(isOpen) || it.mine.waiting || it.mine.offer);
  }

  willUpdate(changed) {
    if (!changed.has('drop') || !this.drop) return;
    const was = changed.get('drop');
    if (this.visit?.dropId !== this.drop.dropId) {
      this.visit = new DropVisit(this, this.drop.dropId);
      this.visit.load().then(() => this.account && this.visit.resume());
    } else if (was?.phase !== this.drop.phase) this.visit.load();
  }

  /** The drop as the server told this member, with the stock of the last push: that is younger. */
  get it() {
    const { it } = this.visit;
    if (!it) return null;
    const left = new Map((this.drop.bundles ?? []).map((bundle) => [bundle.id, bundle.left]));
    return { ...it, phase: this.drop.phase, points: it.points.map((point) => ({ ...point, left: Object.fromEntries(Object.entries(point.left).map(([id, n]) => [id, left.get(id) === 0 ? 0 : n])) })) };
  }

  render() {
    if (this.quiet) return nothing;
    const { it, visit } = this;
    return html`<p class="unseen" role="status">${this.spoken()}</p>
      <section aria-labelledby="title"><h2 id="title" tabindex="-1">${this.drop.title}</h2>
      ${visit.problem ? html`<db-notice kind="error">${visit.problem.message} <button @click=${() => visit.load()}>Try again</button></db-notice>` : it ? this.body(it) : html`<p class="soft">One moment…</p>`}
      <p><a class="button quiet at-start" href="/drops/${this.drop.dropId}" target="_blank" rel="noopener">All about this drop</a></p></section>`;
  }

  /** Said once for each phase, not with every unit that goes. */
  spoken() {
    const { phase, title } = this.drop;
    return { OPEN: `${title} is open: claim it here.`, ANNOUNCED: `${title} opens when the class closes.`, CLOSED: `${title} is closed.` }[phase] ?? '';
  }

  body(it) {
    const { visit } = this;
    const standing = standingOf(it, serverNow());
    const claims = claimsInOrder([...(it.mine?.offer ? [it.mine.offer] : []), ...(it.mine?.claims ?? []).filter(({ status }) => status !== 'OFFERED')]).filter(isOpen);
    const said = html`<div role="status">${visit.said ? html`<db-notice kind="good">${visit.said}</db-notice>` : nothing}</div>${visit.stale || visit.refusals[''] ? html`<db-notice kind="error">${visit.stale ?? visit.refusals['']}</db-notice>` : nothing}`;
    return html`${said}
      ${claims.length ? repeat(claims, ({ claimId }) => claimId, (claim) => html`<db-drop-claim slim class="item" .claim=${claim} .paying=${it.paying} ?busy=${visit.busy} @wish=${this.claimWish} @over=${() => visit.load()}></db-drop-claim>`) : nothing}
      ${this.way(it, standing)}`;
  }

  way(it, standing) {
    const { visit } = this;
    if (standing === 'announced' && !it.line?.perSecond) return html`<p>It opens when the class closes. Stay here: you claim it with one tap.</p>`;
    if (standing === 'over') return html`<p class="soft">Nothing is claimed any more.</p>`;
    if (standing === 'not-eligible') return html`<p>${obstacleText(it.mine, it.eligibility ?? undefined)}</p>`;
    if (standing === 'head-start') return html`<p class="row"><span>Those in the room come first. You can claim in</span> <db-countdown .until=${it.mine.from} label="Time until you can claim" @over=${() => visit.load()}></db-countdown></p>`;
    if (['announced', 'outside', 'in-line'].includes(standing)) return html`<db-drop-line slim .it=${it} .account=${this.account} .standing=${standing} ?busy=${visit.busy} @enter=${() => visit.enterLine()} @over=${() => visit.load()}></db-drop-line>`;
    if (it.mine?.waiting) return html`<p><b>You are number ${it.mine.waiting.position}</b> on the waiting list.</p>`;
    return repeat(it.bundles, ({ id }) => id, (bundle) => html`<db-drop-bundle slim class="item" .it=${it} .bundle=${bundle} .standing=${standing} .account=${this.account} ?busy=${visit.busy} .refusal=${visit.refusals[bundle.id]} .total=${this.leftOf(bundle.id)} @wish=${this.wish}></db-drop-bundle>`);
  }

  leftOf(bundle) {
    return this.drop.bundles?.find(({ id }) => id === bundle)?.left ?? null;
  }

  async wish({ detail: { wish, body } }) {
    if (await this.visit[wish](body)) await this.focusTitle();
  }

  async claimWish({ detail: { wish, to } }) {
    if (wish === 'accept') await this.visit.accept(to);
    else if (wish === 'decline') await this.visit.decline();
    await this.focusTitle();
  }

  async focusTitle() {
    await this.updateComplete;
    this.renderRoot.querySelector('#title').focus();
  }
}

customElements.define('db-drop-card', DropCard);
