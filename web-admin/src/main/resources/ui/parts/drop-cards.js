import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { api } from './here.js';
import './drop-card.js';

/** After the class nobody pushes any more: then what is left is asked for this often, ms. */
const LOOK_MS = 3000;
const SHOWN = ['ANNOUNCED', 'OPEN', 'CLOSED'];

/** The drops of a class beside it: as its socket tells them, and once the class is `over` as the server answers. */
class DropCards extends LitElement {
  static properties = { classId: {}, account: {}, drops: {}, over: { type: Boolean }, asked: { state: true } };

  static styles = [sheet];

  connectedCallback() {
    super.connectedCallback();
    if (!this.over) return;
    this.look();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.look(), LOOK_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async look() {
    this.asked = (await api.get(`/classes/${this.classId}/drops`).catch(() => null))?.items ?? this.asked;
  }

  render() {
    const drops = ((this.over && this.asked) || this.drops || []).filter(({ phase }) => SHOWN.includes(phase));
    return drops.length ? html`<div class="stack">${repeat(drops, ({ dropId }) => dropId, (drop) => html`<db-drop-card .drop=${drop} .account=${this.account} ?quiet=${!this.over && drop.phase === 'CLOSED'}></db-drop-card>`)}</div>` : nothing;
  }
}

customElements.define('db-drop-cards', DropCards);
