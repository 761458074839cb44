import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { paragraphs, topicText } from '../core/message-words.js';
import { startText } from '../core/time.js';
import { api, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/notice.js';
import '../parts/trouble.js';

/** What somebody was told of the pop-ups they have to do with, and whether it comes by e-mail too. */
class MyMessages extends LitElement {
  static properties = { account: {}, items: { state: true }, next: { state: true }, post: { state: true }, problem: { state: true }, refused: { state: true }, said: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      max-width: 46rem;
    }
    article {
      display: grid;
      gap: 0.6rem;
      padding-block: 1.1rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    article p {
      white-space: pre-line;
    }
    h2 {
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      const [page, post] = await Promise.all([api.get('/me/messages'), api.get('/me/post')]);
      [this.items, this.next, this.post] = [page.items, page.next, post];
    } catch (problem) {
      this.problem = problem;
    }
  }

  async more() {
    try {
      const page = await api.get(`/me/messages?cursor=${encodeURIComponent(this.next)}`);
      [this.items, this.next] = [[...this.items, ...page.items], page.next];
    } catch (problem) {
      this.refused = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-trouble heading="Your messages cannot be shown" message=${this.problem.message} @again=${this.load}></db-trouble>`;
    if (!this.items) return html`<h1 class="unseen">Your messages</h1><db-busy label="Looking for your messages"></db-busy>`;
    return html`<div class="stack"><h1 tabindex="-1">Your messages</h1>
      <label class="tick"><input type="checkbox" .checked=${this.post.wanted} @change=${this.wish}><span>Send them to ${this.post.address} too</span></label>
      ${this.post.leaves ? nothing : html`<p class="small soft">This studio sends no e-mail yet; your wish is kept.</p>`}
      <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.refused ? html`<db-notice kind="error">${this.refused}</db-notice>` : nothing}
      ${this.items.length ? html`<div>${repeat(this.items, (m) => m.id, message)}</div>` : html`<p class="soft">None yet. Here you read of your tickets, of places kept for you, and when a pop-up moves. <a href="/pop-ups">All pop-ups</a></p>`}
      ${this.next ? html`<p><button @click=${this.more}>Older messages</button></p>` : nothing}</div>`;
  }

  async wish({ target }) {
    [this.said, this.refused] = [null, null];
    try {
      this.post = await api.put('/me/post', { wanted: target.checked });
      this.said = this.post.wanted ? 'Messages come by e-mail too.' : 'No more e-mail: messages are here only.';
    } catch (problem) {
      target.checked = this.post.wanted;
      this.refused = problem.message;
    }
  }
}

function message(m) {
  return html`<article aria-labelledby=${m.id}><p class="row spread small soft"><span>${topicText(m.topic)}</span><span>${startText(m.at)}</span></p>
    <h2 id=${m.id}>${m.subject}</h2>${paragraphs(m.text).map((part) => html`<p>${part}</p>`)}
    <p><a class="button" href="/pop-ups/${m.popUp.id}" aria-label="To the pop-up: ${m.popUp.title}">To the pop-up</a></p></article>`;
}

customElements.define('db-page-messages', MyMessages);
