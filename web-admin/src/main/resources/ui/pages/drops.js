import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { leftText, phaseText } from '../core/drop-words.js';
import { startText } from '../core/time.js';
import { everything, isTrainer, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/trouble.js';

/** A trainer's drops, whatever state they are in. */
class Drops extends LitElement {
  static properties = { account: {}, drops: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 0.3rem 1rem;
      padding-block: 0.8rem;
      border-top: 1px solid var(--line);
    }
    ul {
      border-bottom: 1px solid var(--line);
      margin-top: 1.4rem;
      max-width: 56rem;
    }
    h2 {
      overflow-wrap: anywhere;
    }
    h2 a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    if (!isTrainer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
  }

  async load() {
    try {
      this.drops = await everything('/me/drops');
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (!isTrainer(this.account)) return html`<div class="stack"><h1>Drops are composed by trainers</h1><p class="soft">What you have claimed is in your wallet.</p><p><a class="button" href="/wallet">Your wallet</a></p></div>`;
    if (this.problem) return html`<db-trouble heading="Your drops cannot be shown" .message=${this.problem} @again=${this.load}></db-trouble>`;
    return html`<div class="stack"><h1 tabindex="-1">Your drops</h1><p class="soft">A class closes, and those who took part claim something limited within seconds. They collect it the same day.</p>
      <p class="row"><a class="button now" href="/drops/new">New drop</a> <a class="button" href="/webhooks">Webhooks for your shop</a></p></div>
      ${!this.drops ? html`<db-busy label="Loading your drops"></db-busy>` : this.drops.length ? html`<ul>${repeat(this.drops, ({ dropId }) => dropId, (it) => this.one(it))}</ul>` : html`<p class="soft">None yet. The first takes a title, one thing, and where it is collected.</p>`}`;
  }

  one({ dropId, title, phase, openedAt, left }) {
    return html`<li><div><h2><a href="/drops/${dropId}/edit">${title}</a></h2><p class="small soft">${[openedAt ? `Opened ${startText(openedAt)}` : '', phase === 'OPEN' ? leftText(left) : ''].filter(Boolean).join(', ')}</p></div>
      <span class="row"><span class="badge ${phase === 'OPEN' ? 'live' : ''}">${phaseText(phase)}</span><a class="button" href="/drops/new?from=${dropId}" aria-label="Compose from: ${title}">Compose from this</a></span></li>`;
  }
}

customElements.define('db-page-drops', Drops);
