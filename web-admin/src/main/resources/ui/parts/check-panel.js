import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { remaining } from '../core/time.js';

const STEPS = { HEAR: 'Who hears?', SEE: 'Who sees?', READY: 'Who is ready?' };

/** The live check as the trainer reads it: who hears, who sees, who answers, and how long each took. */
class CheckPanel extends LitElement {
  static properties = { check: {}, on: {}, ask: {}, classTime: { type: Number } };

  static styles = [sheet, tables, css`
    .no {
      color: var(--danger);
      font-weight: 650;
    }
    .scroll {
      max-height: 20rem;
    }
    .left {
      font-size: 2rem;
    }
  `];

  render() {
    const rows = this.check?.rows ?? [];
    const count = (answered) => rows.filter(answered).length;
    return html`<div class="stack"><div class="row spread"><h2 tabindex="-1">Live check</h2>
        ${this.on ? html`<span><b>${STEPS[this.ask?.answer] ?? ''}</b> <span class="figure left" role="timer" aria-label="Time left in the check">${remaining(this.on.to - this.classTime)}</span></span>` : nothing}</div>
      ${rows.length ? html`<p>${count((r) => r.heard !== null)} hear, ${count((r) => r.saw !== null && r.sawRight)} see, ${count((r) => r.ready !== null)} are ready, of ${rows.length}.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Answers of the live check"><table>
        <thead><tr><th scope="col">Member</th><th scope="col">Hears</th><th scope="col">Sees</th><th scope="col">Ready</th></tr></thead>
        <tbody>${rows.map((r) => html`<tr><th scope="row">${r.name}</th>${cell(r.heard, this.past('HEAR'))}${cell(r.saw, this.past('SEE'), r.sawRight)}${cell(r.ready, this.past('READY'))}</tr>`)}</tbody></table></div>`
        : html`<p class="soft small">Nobody is here to be checked.</p>`}</div>`;
  }

  /** Whether a question can still be answered. */
  past(step) {
    const order = Object.keys(STEPS);
    return !this.on || order.indexOf(this.ask?.answer) > order.indexOf(step);
  }
}

function cell(ms, past, right = true) {
  if (ms !== null && right) return html`<td>after ${(ms / 1000).toFixed(1)} s</td>`;
  if (ms !== null) return html`<td class="no">wrong shape</td>`;
  return past ? html`<td class="no">no answer</td>` : html`<td>–</td>`;
}

customElements.define('db-check-panel', CheckPanel);
