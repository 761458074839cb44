import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { api, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/class-card.js';
import '../parts/notice.js';

const REFRESH_MS = 15000;

/** Upcoming classes: book, wait, take an offered place, join. */
class Classes extends LitElement {
  static properties = { account: {}, items: { state: true }, next: { state: true }, problem: { state: true }, busy: { state: true }, problems: { state: true } };

  static styles = [sheet, css`
    .head {
      max-width: 40rem;
      margin-bottom: 1.6rem;
    }
    .list {
      border-bottom: 1px solid var(--line);
      margin-bottom: 1rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.problems = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && !this.more && this.load(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async load(cursor = null) {
    this.more = Boolean(cursor);
    try {
      const page = await api.get(`/classes?when=upcoming${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head stack"><h1 tabindex="-1">Move on the same beat, wherever you are</h1>
        <p class="soft">Live classes for people at home and people in the room, together on one clock.</p></div>
      ${this.problem ? html`<db-notice kind="error">${this.problem.message} <button @click=${() => this.load()}>Try again</button></db-notice>` : nothing}
      ${this.items ? this.list() : this.problem ? nothing : html`<db-busy label="Looking for classes"></db-busy>`}`;
  }

  list() {
    if (!this.items.length) return html`<section class="panel stack"><h2>No class is announced yet</h2><p class="soft">Come back a little later: trainers publish here first.</p></section>`;
    return html`<section class="list" aria-label="Upcoming classes">${repeat(this.items, (it) => it.id, (it) => html`<db-class-card .it=${it} .account=${this.account}
        ?busy=${this.busy === it.id} .problem=${this.problems[it.id]} @wish=${(e) => this.grant(it, e.detail)}></db-class-card>`)}</section>
      ${this.next ? html`<button @click=${() => this.load(this.next)}>More classes</button>` : nothing}`;
  }

  async grant(it, { wish, place }) {
    if (!this.account) return location.assign(signInPath());
    this.busy = it.id;
    this.problems = { ...this.problems, [it.id]: null };
    try {
      const path = `/classes/${it.id}/bookings`;
      if (wish === 'book') await api.post(path, { place });
      if (wish === 'cancel') await api.delete(`${path}/mine`);
      if (wish === 'accept' || wish === 'decline') await api.post(`${path}/mine/${wish}`);
    } catch (problem) {
      this.problems = { ...this.problems, [it.id]: problem.message };
    }
    await this.reload(it.id);
    this.busy = null;
  }

  async reload(id) {
    const fresh = await api.get(`/classes/${id}`).catch(() => null);
    if (fresh) this.items = this.items.map((it) => (it.id === id ? fresh : it));
  }
}

customElements.define('db-page-classes', Classes);
