import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { forWhom, priceText, saleOf, saleText } from '../core/kind-words.js';
import { serverNow } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

/** The kinds of tickets with their price and what is left. Tells `wish` ({wish: 'hold' | 'wait', kind, count}). */
class TicketKinds extends LitElement {
  static properties = { it: {}, account: {}, busy: { type: Boolean }, problems: {} };

  static styles = [sheet, forms, css`
    li {
      display: grid;
      gap: 0.5rem;
      padding-block: 0.9rem;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    h3 {
      overflow-wrap: anywhere;
    }
    .taking {
      display: grid;
      grid-template-columns: 5.5rem minmax(0, 1fr);
      gap: 0.6rem;
      align-items: end;
    }
    .taking > :only-child {
      grid-column: 1 / -1;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    return html`<ul>${this.it.kinds.map((kind) => html`<li>
      <div class="row spread"><h3 tabindex="-1">${kind.name}</h3><b>${priceText(kind.price)}</b></div>
      <p class="small soft">${[forWhom(kind), saleText(kind, this.it, serverNow())].filter(Boolean).join(' · ')}</p>
      ${this.doing(kind)}
      ${this.problems?.[kind.id] ? html`<db-notice kind="error">${this.problems[kind.id]}</db-notice>` : nothing}</li>`)}</ul>`;
  }

  doing(kind) {
    const { mine, places, phase } = this.it;
    if (!['PUBLISHED', 'DOORS_OPEN'].includes(phase) || mine?.hold || mine?.offer) return nothing;
    const sale = saleOf(kind, places, serverNow());
    if (sale === 'early' || sale === 'over') return nothing;
    if (mine?.waiting?.kind === kind.id) return html`<p tabindex="-1"><b>You are number ${mine.waiting.position}</b> on the waiting list.</p>${this.wish('leave', kind, 'Leave the waiting list')}`;
    const takes = this.account ? 'Take a ticket' : 'Sign in to take a ticket';
    if (sale === 'open') return html`<div class="taking">${this.account ? this.howMany(kind) : nothing}${this.wish('hold', kind, takes, 'now')}</div>`;
    return html`${sale === 'held' ? this.wish('hold', kind, takes) : nothing}${mine?.waiting ? nothing : this.wish('wait', kind, 'Wait for a place')}`;
  }

  howMany(kind) {
    const most = Math.min(kind.perPerson, kind.places.left);
    if (most < 2) return nothing;
    return html`<div class="field"><label for="count-${kind.id}" class="small">How many</label>
      <select id="count-${kind.id}" aria-label="How many: ${kind.name}">${Array.from({ length: most }, (_, i) => html`<option value=${i + 1}>${i + 1}</option>`)}</select></div>`;
  }

  wish(wish, kind, text, look = '') {
    const tell = () => {
      const count = Number(this.renderRoot.getElementById(`count-${kind.id}`)?.value ?? 1);
      if (!this.busy) this.dispatchEvent(new CustomEvent('wish', { detail: { wish, kind: kind.id, count } }));
    };
    return html`<button class=${look} aria-disabled=${this.busy ? 'true' : nothing} @click=${tell} aria-label="${text}: ${kind.name}">${text}</button>`;
  }
}

customElements.define('db-ticket-kinds', TicketKinds);
