import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';

const UNITS = { HR: ['hr', 'bpm'], CADENCE: ['cadence', 'rpm'], POWER: ['power', 'W'], REPS: ['reps', 'reps'] };
/** What is read from ten metres fits above the fold. */
const MOST = 8;

/** Beside the timer on the screen in the room: how many take part, what is put in here, and how those who share do. */
class StageSide extends LitElement {
  static properties = { room: { type: Number }, online: { type: Number }, bio: {} };

  static styles = [sheet, css`
    :host {
      font-size: clamp(1.1rem, 1.9vw, 2.6rem);
      line-height: 1.2;
    }
    .all {
      display: grid;
      gap: 0.8em;
      align-content: start;
    }
    .counts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2em 1.4em;
    }
    @media (min-width: 62rem) {
      .alone .counts {
        flex-direction: column;
      }
    }
    .counts dt {
      font-size: 0.62em;
      font-weight: 600;
      color: var(--ink-soft);
    }
    .counts dd {
      font-size: 2em;
      font-weight: 700;
      font-stretch: var(--narrow);
      line-height: 1;
    }
    h2 {
      font-size: 0.8em;
    }
    .zones {
      display: flex;
      min-height: 1.5em;
      gap: 2px;
      color: var(--on-zone);
    }
    .zones li {
      flex: var(--of) 1 2.6em;
      display: grid;
      place-items: center;
      font-size: 0.72em;
      font-weight: 700;
      background: var(--zone-1);
    }
    .zones .z2, .board .z2 i { background: var(--zone-2); }
    .zones .z3, .board .z3 i { background: var(--zone-3); }
    .zones .z4, .board .z4 i { background: var(--zone-4); }
    .zones .z5, .board .z5 i { background: var(--zone-5); }
    .board li {
      display: grid;
      grid-template-columns: 1.4em minmax(0, 1fr) auto;
      align-items: center;
      gap: 0.5em;
      padding: 0.14em 0;
      border-bottom: 1px solid var(--line);
    }
    .board i {
      width: 1.1em;
      height: 1.1em;
      border-radius: 50%;
      background: var(--zone-1);
      color: var(--on-zone);
      display: grid;
      place-items: center;
      font-size: 0.8em;
      font-style: normal;
      font-weight: 700;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 600;
    }
    .value {
      font-weight: 700;
    }
    .value small {
      font-size: 0.6em;
      font-weight: 600;
    }
  `];

  render() {
    return html`<div class="all ${this.bio?.count ? '' : 'alone'}"><dl class="counts"><div><dt>In the room</dt><dd>${this.room ?? 0}</dd></div><div><dt>Online</dt><dd>${this.online ?? 0}</dd></div></dl><slot></slot>${this.bio?.count ? this.shared(this.bio) : nothing}</div>`;
  }

  shared({ board, zones, metric }) {
    const [key, unit] = UNITS[metric] ?? UNITS.HR;
    const in5 = zones ?? [];
    return html`${in5.some(Boolean) ? html`<ol class="zones" aria-label="Members in each heart-rate zone">${in5.map((n, i) => (n ? html`<li class="z${i + 1}" data-of=${n}>Z${i + 1}: ${n}</li>` : nothing))}</ol>` : nothing}
      ${board.length ? html`<section><h2>${unit === 'bpm' ? 'Heart rate' : unit === 'rpm' ? 'Cadence' : unit === 'W' ? 'Power' : 'Reps'}</h2>
        <ol class="board">${repeat(board.slice(0, MOST), (row) => row.member, (row) => html`<li class="z${row.zone ?? 0}"><i aria-hidden="true">${row.zone ?? ''}</i><span class="name">${row.name}</span><span class="value">${valueOf(row, key)} <small class="soft">${unit}</small></span></li>`)}</ol></section>` : nothing}`;
  }

  /** How wide a zone is follows from how many are in it; a style attribute is not allowed here. */
  updated() {
    this.renderRoot.querySelectorAll('.zones li').forEach((li) => li.style.setProperty('--of', li.dataset.of));
  }
}

function valueOf(row, key) {
  const value = key === 'reps' ? Math.max(row.reps ?? 0, row.confirmed ?? 0) : row[key];
  return value ?? '–';
}

customElements.define('db-stage-side', StageSide);
