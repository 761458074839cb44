import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { verified } from '../core/drop-lots.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './countdown.js';
import './notice.js';

/** The waiting room of a drop: one's place in it, when its turn is, and how anybody can check that the order was drawn fairly. Tells `enter` and `over`. */
class DropLine extends LitElement {
  static properties = { it: {}, account: {}, standing: {}, busy: { type: Boolean }, slim: { type: Boolean }, check: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    .place {
      font-size: clamp(2.2rem, 8vw, 3.4rem);
    }
    .big {
      min-height: 3.6rem;
      width: 100%;
      font-size: 1.2rem;
    }
    code {
      display: block;
      font-size: var(--small);
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    .marks li {
      padding-block: 0.2rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const { it } = this;
    const { mine, line } = it;
    return html`<div class="stack"><h2 tabindex="-1">Waiting room</h2>
      ${mine?.spot ? this.spot(mine.spot, it) : html`<p>${line.size ? `${line.size} wait here.` : 'Nobody waits here yet.'} ${it.phase === 'ANNOUNCED' ? 'Whoever is in it when the drop opens is in one draw; it does not matter how early you came.' : 'The draw is over; who comes now stands behind it, first come, first in.'}</p>
        ${mine?.obstacle ? nothing : html`<p><button class="now big" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.busy || this.dispatchEvent(new CustomEvent('enter'))}>Enter the waiting room</button></p>`}`}
      ${this.slim ? nothing : this.fairness(line)}</div>`;
  }

  spot({ position, of, turn }, { phase }) {
    if (phase === 'ANNOUNCED') return html`<p role="status"><b>You are in the draw</b>, one of ${of}.</p><p class="soft">When the drop opens, everybody here gets a number by lot. You can leave this page; your place stays.</p>`;
    return html`<p><span class="soft">Your number</span><br><span class="figure place">${position}</span> <span class="soft">of ${of}</span></p>
      ${this.standing === 'in-line' ? html`<p class="row"><span>Your turn is in</span> <db-countdown .until=${turn} label="Time until it is your turn" @over=${() => this.dispatchEvent(new CustomEvent('over'))}></db-countdown></p>` : html`<p role="status"><b>It is your turn.</b></p>`}`;
  }

  fairness({ commitment, seed, perSecond }) {
    return html`<details><summary>How is the order drawn?</summary><div class="stack small"><p>The server has chosen a secret seed and published its fingerprint before anybody could wait here. When the drop opens it publishes the seed. Everybody’s lot is the SHA-256 of the seed, a colon and their own id; the lowest lot is number 1. ${perSecond} are let in each second.</p>
      <p>Fingerprint<code>${commitment}</code></p>${seed ? html`<p>Seed<code>${seed}</code></p>` : html`<p class="soft">The seed is not published yet.</p>`}
      ${seed && this.it.mine?.spot && this.account?.participant ? html`<p><button @click=${this.draw}>Draw it again on this device</button></p>` : nothing}
      <div role="status">${this.check ? this.outcome(this.check) : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}</div></details>`;
  }

  outcome({ promised, own, drawn, lot }) {
    const mark = (good, yes, no) => html`<li>${good ? '✓' : '✕'} ${good ? yes : no}</li>`;
    return html`<ul class="marks">${mark(promised, 'The seed is the one that was promised.', 'The seed is not the one that was promised.')}
      ${mark(own, 'Your lot stands at your number.', 'Your lot does not stand at your number.')}
      ${drawn ? mark(true, 'Nobody with a higher lot stands before you.') : html`<li>You came after the draw: you stand behind it, in the order of coming.</li>`}</ul><p>Your lot<code>${lot}</code></p>`;
  }

  async draw() {
    this.problem = null;
    try {
      this.check = await verified(await api.get(`/drops/${this.it.dropId}/line`), this.account.participant, this.it.mine.spot.position);
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('db-drop-line', DropLine);
