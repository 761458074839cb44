import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { windowsOf } from '../core/drop-choice.js';
import { causeText, isOpen, ONLINE, settlementText, statusText, windowText } from '../core/drop-words.js';
import { priceText } from '../core/kind-words.js';
import { serverNow } from './here.js';
import './countdown.js';
import './notice.js';

/** One's own claim: how far it is, where it is collected, and the code that the counter reads. Tells `wish` ({wish, claim, to}) and `over` when its time ends. */
class DropClaim extends LitElement {
  static properties = { claim: {}, points: {}, paying: {}, heading: {}, busy: { type: Boolean }, slim: { type: Boolean, reflect: true }, moving: { state: true } };

  static styles = [sheet, forms, css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.7rem;
      overflow-wrap: anywhere;
    }
    .code {
      font-size: clamp(2rem, 9vw, 3rem);
      letter-spacing: 0.04em;
      font-stretch: 88%;
    }
    .show {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.8rem;
      align-items: center;
    }
    .picture {
      width: min(100%, 15rem);
      padding: 0.5rem;
      border-radius: var(--corner);
      background: #fff;
    }
    img {
      display: block;
      width: 100%;
      aspect-ratio: 1;
      image-rendering: pixelated;
    }
    .ready {
      background: var(--now);
      border-color: var(--now);
      color: var(--on-now);
    }
    @media (min-width: 34rem) {
      .show {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .picture {
        width: 13rem;
      }
    }
  `];

  render() {
    const { claim } = this;
    return html`<article aria-labelledby="what">
      <div class="row spread"><h3 id="what" tabindex="-1">${claim.units > 1 ? `${claim.units} × ` : ''}${claim.bundleName}</h3><span class="badge ${claim.status === 'READY' ? 'ready' : ''}">${statusText(claim)}</span></div>
      ${this.heading ? html`<p class="soft">${this.heading}</p>` : nothing}
      ${isOpen(claim) && claim.pointClosed ? html`<db-notice kind="warn">Nothing is collected at ${claim.pointName} any more: ${claim.pointClosed} Choose another point, or give it back.</db-notice>` : nothing}
      ${this.place()}
      ${claim.status === 'RELEASED' ? html`<p class="soft">${causeText(claim)}</p>` : nothing}
      ${claim.refundFailed ? html`<db-notice kind="warn">Your refund did not arrive. It is paid back to you another way; ask your trainer if nobody gets in touch.</db-notice>` : nothing}
      ${claim.left && claim.left < claim.units && claim.status !== 'HANDED_OVER' ? html`<p>${claim.units - claim.left} of ${claim.units} collected.</p>` : nothing}
      ${settlementText(claim) ? html`<p><b>${settlementText(claim)}</b></p>` : nothing}
      ${this.timed()}${claim.code ? this.code() : nothing}
      ${this.moving ? this.move() : this.ways()}</article>`;
  }

  place() {
    const { claim } = this;
    if (claim.point === ONLINE) return nothing;
    return html`<p>${claim.pointName}${claim.window ? html`<br><span class="soft">${windowText(claim.window)}</span>` : nothing}</p>`;
  }

  timed() {
    const { claim } = this;
    if (!claim.until || !['OFFERED', 'HELD'].includes(claim.status)) return nothing;
    return html`<p class="row"><span>${claim.status === 'HELD' ? 'Kept for you for' : 'Yours to take for'}</span> <db-countdown .until=${claim.until} label="Time left for ${claim.bundleName}" @over=${() => this.dispatchEvent(new CustomEvent('over'))}></db-countdown></p>`;
  }

  code() {
    const { claim } = this;
    return html`<div class="show"><div><p class="small soft">Pickup code, to be shown at the counter</p><p class="figure code">${claim.code}</p></div>
      ${claim.picture ? html`<div class="picture"><img src=${claim.picture} alt="Pickup code ${claim.code} to show at the counter"></div>` : nothing}</div>`;
  }

  ways() {
    const { claim } = this;
    if (claim.status === 'OFFERED') return html`<div class="row">${(this.paying ?? ['AT_PICKUP']).map((way, i) => this.button('accept', i ? `Take it, pay ${priceText(claim.price)} online` : 'Take it', i ? '' : 'now', { to: way }))}${this.button('decline', 'No, thank you', 'quiet')}</div>`;
    const pay = claim.status === 'HELD' && claim.checkout ? html`<a class="button now" href=${claim.checkout} target=${this.slim ? '_blank' : nothing} rel="noopener">Pay ${priceText(claim.price)}</a>` : nothing;
    const moves = !this.slim && ['CONFIRMED', 'READY'].includes(claim.status) && this.elsewhere().length;
    const back = !this.slim && isOpen(claim) && claim.left === claim.units;
    if (pay === nothing && !moves && !back) return nothing;
    return html`<div class="row">${pay}${moves ? html`<button @click=${() => (this.moving = true)} aria-label="Collect it elsewhere: ${claim.bundleName}">Collect it elsewhere or later</button>` : nothing}${back ? this.button('release', 'Give it back', 'quiet') : nothing}</div>`;
  }

  /** Points and windows where it could be collected instead. */
  elsewhere() {
    const { claim } = this;
    if (claim.point === ONLINE) return [];
    const points = (this.points ?? []).filter(({ point, closed }) => point !== ONLINE && !closed);
    return points.flatMap((point) => windowsOf(point, serverNow()).filter(({ id }) => point.point !== claim.point || id !== claim.window?.id).map((window) => ({ point, window })));
  }

  move() {
    return html`<form @submit=${this.moved}><div class="field"><label for="to">Collect it at</label><select id="to">${this.elsewhere().map(({ point, window }) => html`<option value="${point.point} ${window.id}">${point.name}, ${windowText(window)}</option>`)}</select></div>
      <div class="row"><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>Collect it there</button><button type="button" class="quiet" @click=${() => (this.moving = false)}>Leave it</button></div></form>`;
  }

  moved(event) {
    event.preventDefault();
    const [point, window] = this.renderRoot.querySelector('#to').value.split(' ');
    this.moving = false;
    this.tell('rehome', { point, window });
  }

  button(wish, text, look, { to } = {}) {
    return html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} aria-label="${text}: ${this.claim.bundleName}" @click=${() => this.tell(wish, to)}>${text}</button>`;
  }

  tell(wish, to) {
    if (!this.busy) this.dispatchEvent(new CustomEvent('wish', { detail: { wish, claim: this.claim, to } }));
  }
}

customElements.define('db-drop-claim', DropClaim);
