import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { dueText } from '../core/kind-words.js';
import { api } from './here.js';

/** Who types is waited for this long, ms. */
const PAUSE_MS = 250;
const VOID = { CANCELLED: 'given back', REVOKED: 'taken back', RELEASED: 'online instead' };

/** Finds a guest by name: at the server, and without one in the guest list of this device. */
class GateSearch extends LitElement {
  static properties = { watch: {}, kinds: {}, items: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.6rem;
    }
    li {
      padding-block: 0.4rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
    }
  `];

  constructor() {
    super();
    this.round = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    return html`<div class="field"><label for="who">Name of the guest</label><input id="who" type="search" autocomplete="off" @input=${this.type}></div>
      <p class="small soft" role="status">${this.items ? this.counted() : nothing}</p>
      ${this.items?.length ? html`<ul>${this.items.map((a) => html`<li><b>${a.name || 'Walk-in'}</b><br><span class="small">Ticket ${a.ticket}, ${this.kindName(a.kind)}: ${stateOf(a)}</span></li>`)}</ul>` : nothing}`;
  }

  counted() {
    if (!this.items.length) return 'Nobody of that name has a ticket.';
    const where = this.alone ? ', from the guest list of this device' : '';
    return `${this.items.length} ${this.items.length === 1 ? 'ticket' : 'tickets'}${where}`;
  }

  kindName(id) {
    return this.kinds.find((kind) => kind.id === id)?.name ?? id;
  }

  type(event) {
    const letters = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(letters), PAUSE_MS);
  }

  /** The newest question counts, in whichever order the answers come. */
  async find(letters) {
    const round = (this.round += 1);
    const found = letters ? await this.found(letters) : null;
    if (round === this.round) this.items = found;
  }

  async found(letters) {
    this.alone = this.watch.cut;
    if (!this.alone) {
      try {
        const { items } = await api.get(`${this.watch.path}/attendees?q=${encodeURIComponent(letters)}`);
        return items.map((a) => ({ ...a, name: a.holder?.name, due: a.settlement === 'DUE_AT_DOOR' ? a.price : null }));
      } catch {
        this.alone = true;
      }
    }
    const { alone } = this.watch;
    return (alone.book?.named(letters) ?? []).map(({ number }) => ({ ...alone.ticket(number), ticket: String(number) }));
  }
}

function stateOf(a) {
  const been = a.inside ? 'inside' : a.entries ? 'was inside' : a.validity === 'VALID' ? 'not here yet' : '';
  return [VOID[a.validity], been, a.due ? dueText({ price: a.due, settlement: 'DUE_AT_DOOR' }) : ''].filter(Boolean).join(', ');
}

customElements.define('db-gate-search', GateSearch);
