import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { startText } from '../core/time.js';

const STEPS = { POP: 'PoP', RIG: 'Rig', TEST: 'Test', CLASS: 'Class', POP_UP: 'Pop-up' };
const STATES = { DONE: ['✓', 'Done'], OPEN: ['○', 'To do'], OPTIONAL: ['–', 'Optional'] };
const WAYS = { TEST: 'Hold a class', CLASS: 'Schedule a class' };

/** What is left to do before the first class, as the server computed it. */
class RigChecklist extends LitElement {
  static properties = { list: {} };

  static styles = [sheet, css`
    li {
      display: grid;
      grid-template-columns: 1.6rem minmax(0, 1fr);
      gap: 0 0.5rem;
      padding-block: 0.5rem;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
    }
    li > span {
      font-weight: 750;
    }
    p {
      overflow-wrap: anywhere;
    }
  `];

  render() {
    return html`<ol aria-label="Before the first class">${this.list.items.map((line) => {
      const [sign, state] = STATES[line.state];
      const way = line.state === 'OPEN' && WAYS[line.step] ? WAYS[line.step] : null;
      return html`<li><span aria-hidden="true">${sign}</span><div><h3>${STEPS[line.step]} <span class="small soft">${state}</span></h3>
        <p class="small">${line.sentence}${line.at ? html` <span class="soft">${startText(line.at)}</span>` : nothing}</p>
        ${way ? html`<p><a class="button" href=${line.href}>${way}</a></p>` : nothing}</div></li>`;
    })}</ol>`;
  }
}

customElements.define('db-rig-checklist', RigChecklist);
