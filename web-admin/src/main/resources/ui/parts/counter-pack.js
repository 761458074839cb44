import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { inPackOrder } from '../core/counter-book.js';
import { contentsText } from '../core/counter-words.js';
import { priceText } from '../core/kind-words.js';
import { placeClock } from '../core/place-time.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

const STATES = { CONFIRMED: 'to pack', READY: 'ready', HANDED_OVER: 'collected', RELEASED: 'over', HELD: 'not paid yet', OFFERED: 'offered' };

/** What is packed and collected at a counter, drop by drop. Tells `ready` ({dropId, claims}) and `hand` ({code}). */
class CounterPack extends LitElement {
  static properties = { claims: {}, zone: {}, cut: { type: Boolean }, busy: { type: Boolean }, problem: {}, letters: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.8rem;
      grid-template-columns: minmax(0, 1fr);
    }
    .drop {
      display: grid;
      gap: 0.4rem;
      grid-template-columns: minmax(0, 1fr);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.2rem 0.8rem;
      align-items: center;
      padding-block: 0.5rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .done {
      color: var(--ink-soft);
    }
    .badge.is-ready {
      background: var(--now-soft);
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.letters = '';
  }

  render() {
    const all = this.claims ?? [];
    const found = inPackOrder(all.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(this.letters.toLowerCase())));
    const drops = [...new Map(found.map(({ dropId, dropTitle }) => [dropId, dropTitle]))];
    return html`<div class="field"><label for="who" class="small">Name or code</label><input id="who" type="search" autocomplete="off" @input=${({ target }) => (this.letters = target.value.trim())}></div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${drops.length ? drops.map(([id, title]) => this.drop(id, title, found.filter(({ dropId }) => dropId === id))) : html`<p class="soft" role="status">${all.length ? 'Nobody of that name collects anything here.' : 'Nothing is claimed here yet. It shows up by itself.'}</p>`}`;
  }

  drop(id, title, claims) {
    const count = (status) => claims.filter((it) => it.status === status).length;
    const open = count('CONFIRMED');
    return html`<div class="drop"><div class="row spread"><h3 tabindex="-1">${title}</h3>${open > 1 && !this.letters ? html`<button aria-disabled=${this.busy || this.cut ? 'true' : nothing} @click=${() => this.ready(id, [])} aria-label="All ${open} are ready: ${title}">All ${open} are ready</button>` : nothing}</div>
      <p class="small soft">${open} to pack, ${count('READY')} ready, ${count('HANDED_OVER')} collected</p>
      <ul>${repeat(claims, ({ claimId }) => claimId, (claim) => this.row(id, claim))}</ul></div>`;
  }

  row(dropId, claim) {
    const { status, name, bundleName, units, left, contents, code, window, due } = claim;
    const words = [contentsText(contents ?? [], left || units), window ? `${placeClock(window.start, this.zone)} to ${placeClock(window.end, this.zone)}` : '', due?.minor ? `${priceText(due)} to pay` : ''].filter(Boolean).join(' · ');
    return html`<li class=${status === 'HANDED_OVER' ? 'done' : ''}><span><b>${name}</b>, ${units > 1 ? `${units} × ` : ''}${bundleName} <span class="badge ${status === 'READY' ? 'is-ready' : ''}">${STATES[status] ?? status}</span><br><span class="small soft">${code ? `${code} · ` : ''}${words}</span></span>
      ${status === 'CONFIRMED' ? html`<button aria-disabled=${this.busy || this.cut ? 'true' : nothing} aria-label="Ready: ${bundleName} of ${name}" @click=${() => this.ready(dropId, [claim.claimId])}>Ready</button>`
        : status === 'READY' && code ? html`<button aria-label="Hand over: ${bundleName} to ${name}" @click=${() => this.dispatchEvent(new CustomEvent('hand', { detail: { code } }))}>Hand over</button>` : nothing}</li>`;
  }

  ready(dropId, claims) {
    if (!this.busy && !this.cut) this.dispatchEvent(new CustomEvent('ready', { detail: { dropId, claims } }));
  }
}

customElements.define('db-counter-pack', CounterPack);
