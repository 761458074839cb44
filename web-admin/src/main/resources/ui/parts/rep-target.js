import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';

/** How many repetitions of what are aimed at now, and how many of them are confirmed; nothing while none are. */
class RepTarget extends LitElement {
  static properties = { target: {}, confirmed: { type: Number } };

  static styles = [sheet, css`
    :host {
      display: contents;
    }
    .target {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1.2rem;
      align-items: baseline;
      justify-content: space-between;
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: 0.1rem;
    }
    .figure {
      font-size: 1.7rem;
      font-weight: 700;
      font-stretch: 84%;
      line-height: 1.15;
    }
    .confirmed {
      font-size: 1.15rem;
    }
  `];

  render() {
    const { target } = this;
    return html`<p class="unseen" role="status">${target ? `${target.exercises.map(inWords).join('; ')}. ${this.confirmed} of ${target.reps} confirmed.` : ''}</p>
      ${target ? html`<div class="target" aria-hidden="true"><ul>${target.exercises.map((it) => html`<li><span class="figure">${count(it.reps)}</span> ${it.name}${it.tempo ? html` <span class="soft">tempo ${it.tempo}</span>` : nothing}</li>`)}</ul>
        <p class="confirmed"><b class="figure">${this.confirmed}</b> of ${target.reps} confirmed</p></div>` : nothing}`;
  }
}

function count(reps) {
  return reps === 1 ? '1 rep' : `${reps} reps`;
}

function inWords({ name, reps, tempo }) {
  return `${name}, ${count(reps)}${tempo ? `, tempo ${tempo}` : ''}`;
}

customElements.define('db-rep-target', RepTarget);
