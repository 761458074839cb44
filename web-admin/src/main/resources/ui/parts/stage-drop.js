import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { leftText, phaseText } from '../core/drop-words.js';
import { ClassDrops } from './class-drops.js';

/** The one that is open first, then the one that is to come. */
const NEXT = ['OPEN', 'ANNOUNCED'];

/** On the screen in the room: what this class closes with, and how much of it is left. */
class StageDrop extends LitElement {
  static properties = { classId: {}, drops: {} };

  static styles = [sheet, css`
    :host {
      max-width: 17em;
    }
    section {
      display: grid;
      gap: 0.3em;
      padding: 0.6em 0.7em;
      border: 2px solid var(--ink);
      border-radius: var(--corner);
      text-align: start;
    }
    h2 {
      font-size: 1em;
      overflow-wrap: anywhere;
    }
    p,
    li {
      font-size: 0.8em;
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 1em;
      overflow-wrap: anywhere;
    }
    b {
      white-space: nowrap;
    }
  `];

  constructor() {
    super();
    this.known = new ClassDrops(this);
  }

  /** Sockets tell of drops from the closing on; before and after it the server is asked. */
  get over() {
    return !this.drops;
  }

  render() {
    const drop = NEXT.flatMap((phase) => this.known.all.filter((one) => one.phase === phase))[0];
    if (!drop) return nothing;
    return html`<section aria-labelledby="title"><h2 id="title">${drop.title}</h2>
      <p>${drop.phase === 'OPEN' ? `${phaseText('OPEN')}: claim it on your phone, in your room of the class` : 'Opens when the class closes'}</p>
      <ul>${drop.bundles.map(({ name, left }) => html`<li><span>${name}</span><b>${leftText(left)}</b></li>`)}</ul></section>`;
  }
}

customElements.define('db-stage-drop', StageDrop);
