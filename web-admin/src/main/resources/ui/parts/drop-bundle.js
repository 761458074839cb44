import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { choiceFor, isDownload, PickupMemory, pointsFor, windowsOf } from '../core/drop-choice.js';
import { leftOf, leftText, ONLINE, unitsTaken, windowText } from '../core/drop-words.js';
import { priceText } from '../core/kind-words.js';
import { serverNow, signInPath } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

const WAYS = { AT_PICKUP: 'when I collect it', ONLINE: 'online now' };

/** One bundle of a drop: what it is, what is left and where, and the one tap. Tells `wish` ({wish: 'claim' | 'wait', body}). `slim` is for beside a class, where `total` is what a push said to be left. */
class DropBundle extends LitElement {
  static properties = { it: {}, bundle: {}, standing: {}, account: {}, busy: { type: Boolean }, refusal: {}, slim: { type: Boolean, reflect: true }, total: {}, chosen: { state: true } };

  static styles = [sheet, forms, css`
    article {
      display: grid;
      gap: 0.6rem;
      grid-template-columns: minmax(0, 1fr);
    }
    h3 {
      font-size: 1.2rem;
      overflow-wrap: anywhere;
    }
    .figures {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: baseline;
      gap: 0.2rem 1rem;
    }
    .left {
      font-size: 1.7rem;
    }
    .price {
      font-size: 1.2rem;
      font-weight: 650;
    }
    .words {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .claim {
      width: 100%;
      min-height: 3.6rem;
      font-size: 1.2rem;
      overflow-wrap: anywhere;
    }
    .where {
      display: grid;
      gap: 0.1rem;
      overflow-wrap: anywhere;
    }
    .points li {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding-block: 0.3rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .points span:last-child {
      white-space: nowrap;
    }
    :host([slim]) h3 {
      font-size: clamp(1.3rem, 4vw, 1.8rem);
    }
    :host([slim]) .left {
      font-size: clamp(1.8rem, 6vw, 2.6rem);
    }
    :host([slim]) .claim {
      min-height: 4.4rem;
      font-size: 1.5rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.memory = new PickupMemory(localStorage);
    this.chosen = this.memory.read();
  }

  get choice() {
    return choiceFor(this.it, this.bundle, this.chosen, serverNow());
  }

  get free() {
    return !this.bundle.price.minor;
  }

  /** How one pays here: a download only online, and only in ways that the server knows. */
  get ways() {
    const known = this.it.paying ?? Object.keys(WAYS);
    return isDownload(this.bundle) ? known.filter((way) => way === 'ONLINE') : known;
  }

  get paying() {
    const { ways, chosen } = this;
    return this.free ? 'AT_PICKUP' : ways.includes(chosen.paying) ? chosen.paying : ways[0];
  }

  render() {
    const { bundle, it } = this;
    const left = this.total ?? leftOf(it, bundle.id);
    return html`<article aria-labelledby="name">
      <div><h3 id="name" tabindex="-1">${bundle.name}</h3>${this.slim || !bundle.description ? nothing : html`<p class="words">${bundle.description}</p>`}</div>
      ${this.slim ? nothing : this.contents()}
      <p class="figures"><span class="price">${priceText(bundle.price)}</span>${it.phase === 'CLOSED' || it.phase === 'CANCELLED' ? nothing : html`<span class="figure left">${leftText(left)}</span>`}</p>
      ${this.slim ? nothing : this.points()}${this.doing(left)}
      ${this.refusal ? html`<db-notice kind="error">${this.refusal}</db-notice>` : nothing}</article>`;
  }

  contents() {
    const names = new Map((this.it.components ?? []).map(({ id, name }) => [id, name]));
    const parts = Object.entries(this.bundle.contents ?? {}).map(([id, count]) => `${count > 1 ? `${count} × ` : ''}${names.get(id) ?? id}`);
    const files = (this.bundle.downloads ?? []).map(({ name }) => name);
    return html`<p class="small soft">${files.length ? `Download: ${files.join(', ')}` : parts.join(' + ')}</p>`;
  }

  points() {
    const points = pointsFor(this.it, this.bundle);
    if (points.length < 2 || !['ANNOUNCED', 'OPEN'].includes(this.it.phase)) return nothing;
    return html`<ul class="points" aria-label="What is left where: ${this.bundle.name}">${points.map(({ point, name }) => html`<li><span>${name}</span><span>${leftText(leftOf(this.it, this.bundle.id, point))}</span></li>`)}</ul>`;
  }

  doing(left) {
    const { standing, bundle, it } = this;
    if (standing === 'nobody') return html`<p><a class="button now claim" href=${signInPath()}>Sign in to claim it</a></p>`;
    if (standing !== 'open') return nothing;
    const mine = it.mine;
    if (unitsTaken(mine.claims) >= it.perMember) return nothing;
    if (left > 0 && !mine.offer) return html`${this.slim ? this.where() : this.choices()}${this.button('claim', this.claimText(), 'now')}`;
    if (mine.waiting || mine.offer || isDownload(bundle)) return nothing;
    return html`${this.slim ? nothing : this.choices()}${this.button('wait', 'Wait for one that is given back', '')}`;
  }

  claimText() {
    return this.paying === 'ONLINE' && !this.free ? `Claim and pay ${priceText(this.bundle.price)}` : 'Claim it';
  }

  /** In words, beside the one tap: it is said before it is done. */
  where() {
    const { point: id, window } = this.choice;
    const point = this.it.points.find(({ point }) => point === id);
    const at = point?.windows.find((it) => it.id === window);
    if (!point || point.point === ONLINE) return nothing;
    return html`<p class="where"><span>Collect at <b>${point.name}</b></span>${at ? html`<span class="soft">${windowText(at)}</span>` : nothing}</p>`;
  }

  choices() {
    const { bundle, it, choice } = this;
    if (isDownload(bundle)) return this.payment();
    const points = pointsFor(it, bundle);
    const at = points.find(({ point }) => point === choice.point);
    const windows = windowsOf(at, serverNow());
    const most = Math.min(it.perMember - unitsTaken(it.mine.claims), Math.max(1, choice.left));
    return html`<div class="columns">
      ${this.select('point', 'Collect at', choice.point, points.map(({ point, name }) => [point, `${name}, ${leftText(leftOf(it, bundle.id, point))}`]))}
      ${windows.length ? this.select('window', 'When', choice.window, windows.map((window) => [window.id, windowText(window)])) : html`<p class="soft">No pickup window is left there.</p>`}
      ${most > 1 ? this.select('units', 'How many', Math.min(this.chosen.units ?? 1, most), Array.from({ length: most }, (_, i) => [i + 1, String(i + 1)])) : nothing}</div>${this.payment()}`;
  }

  payment() {
    if (this.free || this.ways.length < 2) return nothing;
    return html`<fieldset><legend class="small">Pay ${priceText(this.bundle.price)}</legend><div class="row">${this.ways.map((way) => html`<label class="tick"><input type="radio" name="paying" value=${way} .checked=${this.paying === way} @change=${() => this.choose({ paying: way })}> ${WAYS[way]}</label>`)}</div></fieldset>`;
  }

  select(name, label, value, options) {
    return html`<div class="field"><label for=${name} class="small">${label}</label><select id=${name} aria-label="${label}: ${this.bundle.name}" @change=${({ target }) => this.choose({ [name]: name === 'units' ? Number(target.value) : target.value })}>
      ${options.map(([id, words]) => html`<option value=${id} ?selected=${String(id) === String(value)}>${words}</option>`)}</select></div>`;
  }

  choose(some) {
    this.chosen = { ...this.chosen, ...some };
  }

  button(wish, text, look) {
    return html`<button class="claim ${look}" aria-disabled=${this.busy ? 'true' : nothing} aria-label="${text}: ${this.bundle.name}" @click=${() => this.tell(wish)}>${this.busy ? 'One moment…' : text}</button>`;
  }

  tell(wish) {
    if (this.busy) return;
    const { point, window } = this.choice;
    const units = Math.max(1, Math.min(this.chosen.units ?? 1, this.it.perMember - unitsTaken(this.it.mine.claims)));
    const body = { bundle: this.bundle.id, units, point, ...(window ? { window } : {}), paying: this.paying };
    this.dispatchEvent(new CustomEvent('wish', { detail: { wish, body } }));
  }
}

customElements.define('db-drop-bundle', DropBundle);
