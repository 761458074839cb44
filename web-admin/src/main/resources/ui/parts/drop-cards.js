import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { ClassDrops } from './class-drops.js';
import './drop-card.js';

const SHOWN = ['ANNOUNCED', 'OPEN', 'CLOSED'];

/** The drops of a class beside it, for a member to claim from. */
class DropCards extends LitElement {
  static properties = { classId: {}, account: {}, drops: {}, over: { type: Boolean } };

  static styles = [sheet];

  constructor() {
    super();
    this.known = new ClassDrops(this);
  }

  render() {
    const drops = this.known.all.filter(({ phase }) => SHOWN.includes(phase));
    return drops.length ? html`<div class="stack">${repeat(drops, ({ dropId }) => dropId, (drop) => html`<db-drop-card .drop=${drop} .account=${this.account} ?quiet=${!this.over && drop.phase === 'CLOSED'}></db-drop-card>`)}</div>` : nothing;
  }
}

customElements.define('db-drop-cards', DropCards);
