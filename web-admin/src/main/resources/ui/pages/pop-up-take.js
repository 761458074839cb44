import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { HandedCode, readTransfer } from '../core/handed.js';
import { newKey } from '../core/http.js';
import { spanText } from '../core/place-time.js';
import { api, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/notice.js';
import '../parts/trouble.js';

/** Somebody gives a ticket away, and who reads this may take it. The code is in the fragment of the address, where no server reads it. */
class PopUpTake extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, problem: { state: true }, refusal: { state: true }, busy: { state: true } };

  static styles = [sheet, css`
    .sheet {
      max-width: 36rem;
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    this.key = newKey();
  }

  connectedCallback() {
    super.connectedCallback();
    this.kept = new HandedCode(sessionStorage, this.popUpId);
    this.code = this.kept.read(location.hash);
    this.said = readTransfer(this.code);
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.it = await api.get(`/pop-ups/${this.popUpId}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const page = html`<a class="button" href="/pop-ups/${this.popUpId}">The pop-up</a>`;
    if (this.problem) return html`<db-trouble heading=${this.problem.status === 404 ? 'There is no such pop-up' : 'This ticket cannot be shown'} message=${this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
    if (!this.it) return html`<h1 class="unseen">A ticket for you</h1><db-busy label="Looking for the ticket"></db-busy>`;
    if (!this.said) return html`<div class="sheet stack"><h1 tabindex="-1">There is no ticket in this link</h1><p>The link may be cut short. Open it again as it was sent to you, or ask for a new one.</p><p>${page}</p></div>`;
    const { it, said } = this;
    const kind = it.kinds.find(({ id }) => id === said.kind)?.name ?? said.kind;
    return html`<div class="sheet stack"><h1 tabindex="-1">${said.giver ? `${said.giver} gives you a ticket` : 'Somebody gives you a ticket'}</h1>
      <section class="panel stack" aria-label="The ticket"><h2>${it.title}</h2><p><b>${kind}</b>, ticket ${said.ticket}</p>
        <p>${spanText(it.start, it.end, it.place.zone)}<br>${it.place.name}, ${it.place.address}</p></section>
      ${this.refusal ? html`<db-notice kind="error">${this.refusal.message}</db-notice>` : nothing}
      <p class="row">${this.refusal?.code === 'transfer-over' ? nothing : html`<button class="now" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.take}>${this.account ? 'Take the ticket' : 'Sign in to take it'}</button>`}${page}</p>
      <p class="small soft">It is yours then, and the pass of whoever had it lets nobody in any more.</p></div>`;
  }

  async take() {
    if (this.busy) return;
    this.kept.keep(this.code);
    if (!this.account) return location.assign(signInPath());
    this.busy = true;
    this.refusal = null;
    try {
      await api.post(`/pop-ups/${this.popUpId}/transfers`, { code: this.code }, { key: this.key });
      this.kept.forget();
      location.replace(`/pop-ups/${this.popUpId}`);
    } catch (problem) {
      if (problem.status) this.key = newKey();
      if (problem.code === 'transfer-over') this.kept.forget();
      this.refusal = problem;
      this.busy = false;
    }
  }
}

customElements.define('db-page-pop-up-take', PopUpTake);
