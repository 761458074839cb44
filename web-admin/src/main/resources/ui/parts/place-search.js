import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { rounded } from '../core/near.js';
import { api } from './here.js';

const QUIET_MS = 200;

/**
 * Says where somebody is: by the name of a place, or by their position when they tap for it, rounded here before anybody else knows
 * it. Tells `where` with `{place, name}` or `{near}`.
 */
class PlaceSearch extends LitElement {
  static properties = { value: {}, found: { state: true }, at: { state: true }, trouble: { state: true }, asking: { state: true } };

  static styles = [sheet, forms, css`
    .box {
      position: relative;
    }
    ul {
      position: absolute;
      z-index: 1000;
      inset-inline: 0;
      top: 100%;
      max-height: 19rem;
      overflow-y: auto;
      border: 1px solid var(--edge);
      border-radius: var(--corner);
      background: var(--raised);
      box-shadow: 0 6px 20px var(--shade);
    }
    li {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      padding: 0.3rem 0.7rem;
      cursor: pointer;
    }
    li[aria-selected='true'] {
      background: var(--now-soft);
      outline: 2px solid var(--focus);
      outline-offset: -2px;
    }
  `];

  constructor() {
    super();
    Object.assign(this, { found: null, at: -1, trouble: '', value: '' });
  }

  render() {
    const open = Boolean(this.found);
    return html`<div class="field"><label for="place">Where</label>
      <div class="box"><input id="place" role="combobox" autocomplete="off" aria-expanded=${open} aria-controls="found" aria-autocomplete="list" placeholder="A station or a square"
        aria-activedescendant=${open && this.at >= 0 ? `found-${this.at}` : nothing} .value=${this.value} @input=${this.typed} @keydown=${this.pressed} @blur=${() => (this.found = null)}>
      ${open ? html`<ul id="found" role="listbox" aria-label="Places">${this.found.map((it, n) => html`<li id="found-${n}" role="option" aria-selected=${n === this.at} @pointerdown=${(e) => this.take(e, it)}>${it.name}</li>`)}</ul>` : nothing}</div>
      <span class="unseen" role="status">${open ? (this.found.length ? `${this.found.length} places` : 'No place of this name') : ''}</span>
      <div class="row"><button type="button" @click=${this.position} aria-disabled=${this.asking ? 'true' : 'false'}>${this.asking ? 'Asking your device…' : 'Use my position'}</button>
        <span class="small soft">Rounded to a kilometre on your device. It is not kept.</span></div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}</div>`;
  }

  typed(event) {
    this.value = event.target.value;
    this.trouble = '';
    clearTimeout(this.quiet);
    if (!this.value.trim()) {
      this.found = null;
      this.tell({ place: '', name: '' });
      return;
    }
    this.quiet = setTimeout(() => this.look(this.value), QUIET_MS);
  }

  async look(text) {
    try {
      const { items } = await api.get(`/places?q=${encodeURIComponent(text.trim())}`);
      if (text === this.value) [this.found, this.at] = [items, items.length ? 0 : -1];
    } catch (problem) {
      this.trouble = problem.message;
    }
  }

  pressed(event) {
    if (!this.found) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.found.length) % (this.found.length || 1);
    else if (event.key === 'Enter' && this.at >= 0) this.take(event, this.found[this.at]);
    else if (event.key === 'Escape') this.found = null;
    else return;
    event.preventDefault();
  }

  take(event, it) {
    event.preventDefault();
    [this.value, this.found] = [it.name, null];
    this.tell({ place: it.id, name: it.name });
  }

  position() {
    if (this.asking) return;
    if (!navigator.geolocation) {
      this.trouble = 'This browser knows no position. Type the name of a place.';
      return;
    }
    [this.asking, this.trouble] = [true, ''];
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        [this.asking, this.value] = [false, ''];
        this.tell({ near: rounded(coords) });
      },
      () => {
        [this.asking, this.trouble] = [false, 'Your device does not say where it is. Type the name of a place.'];
      },
      { maximumAge: 600000, timeout: 10000 },
    );
  }

  tell(detail) {
    this.dispatchEvent(new CustomEvent('where', { detail }));
  }
}

customElements.define('db-place-search', PlaceSearch);
