import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { isOrganizer, isTrainer, signInPath, signOut } from './here.js';

/** What surrounds every page: the way to the others, who is signed in, and a word when the device is offline. */
class Frame extends LitElement {
  static properties = { account: {}, bare: { type: Boolean, reflect: true }, offline: { state: true } };

  static styles = [sheet, css`
    .skip {
      position: absolute;
      left: 0.5rem;
      top: -5rem;
      z-index: 9;
    }
    .skip:focus {
      top: 0.5rem;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.2rem 1.2rem;
      padding: 0.5rem clamp(0.9rem, 4vw, 2.5rem);
      border-bottom: 1px solid var(--line);
    }
    .mark {
      display: inline-flex;
      align-items: center;
      gap: 0.55rem;
      min-height: var(--touch);
      font-size: 1.3rem;
      font-weight: 750;
      font-stretch: 80%;
      text-decoration: none;
    }
    svg {
      height: 1.9rem;
      width: auto;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.1rem;
      align-items: center;
      margin-inline-start: auto;
    }
    nav a,
    nav button {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      padding: 0;
      font-weight: 600;
      text-decoration: none;
    }
    nav a[aria-current] {
      box-shadow: inset 0 -3px 0 var(--now);
    }
    nav a:hover,
    nav button:hover {
      text-decoration: underline;
      border-color: transparent;
    }
    .who {
      max-width: 9rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    @media (max-width: 30rem) {
      .who {
        display: none;
      }
      .mark:not(:only-child) span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .mark {
        min-width: var(--touch);
      }
      nav {
        gap: 0 0.9rem;
      }
    }
    main {
      padding: clamp(1rem, 3.5vw, 2.25rem) clamp(0.9rem, 4vw, 2.5rem) 4rem;
      max-width: 84rem;
      margin-inline: auto;
    }
    :host([bare]) {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }
    :host([bare]) main {
      display: grid;
      flex: 1;
      grid-template-columns: minmax(0, 1fr);
      padding: 0;
      width: 100%;
      max-width: none;
    }
    .offline {
      padding: 0.5rem clamp(0.9rem, 4vw, 2.5rem);
      background: var(--warn-soft);
      color: var(--warn-text);
      font-weight: 600;
    }
    .ruler {
      stroke: var(--edge);
    }
  `];

  constructor() {
    super();
    this.offline = !navigator.onLine;
    this.watch = () => (this.offline = !navigator.onLine);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('online', this.watch);
    addEventListener('offline', this.watch);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('online', this.watch);
    removeEventListener('offline', this.watch);
  }

  render() {
    return html`
      <button class="skip now" @click=${() => this.renderRoot.querySelector('main').focus()}>Skip to the page</button>
      ${this.bare ? nothing : this.header()}
      <div role="status">${this.offline ? html`<p class="offline">You are offline. What you see may be old; a running class goes on from its plan.</p>` : nothing}</div>
      <main tabindex="-1"><slot></slot></main>`;
  }

  header() {
    return html`<header>
      <a class="mark" href="/"><svg viewBox="0 0 20 28" aria-hidden="true"><path d="M10 2v15" stroke="currentColor" stroke-width="3" stroke-linecap="round"/><circle cx="10" cy="19.5" r="4.6" fill="var(--now)"/><circle cx="10" cy="19.5" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M1 26h18" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg><span>Downbeat</span></a>
      <nav aria-label="Pages">
        ${this.to('/', 'Classes')}${this.to('/discover', 'Near you')}${this.to('/pop-ups', 'Pop-ups')}
        ${this.account ? this.to('/wallet', 'Wallet') : nothing}
        ${isTrainer(this.account) ? html`${this.to('/console', 'Console')}${this.to('/drops', 'Drops')}${this.to('/numbers', 'Numbers')}${this.to('/kit', 'Field kit')}` : nothing}
        ${isTrainer(this.account) || isOrganizer(this.account) ? this.to('/reach', 'Reach') : nothing}
        ${this.account === undefined ? nothing : this.account
          ? html`${this.to('/account', 'Account')}<span class="soft who">${this.account.name}</span><button class="quiet" @click=${signOut}>Sign out</button>`
          : this.to('/signin', 'Sign in', signInPath())}
      </nav>
    </header>`;
  }

  to(path, name, href = path) {
    return html`<a href=${href} aria-current=${location.pathname === path ? 'page' : nothing}>${name}</a>`;
  }
}

customElements.define('db-frame', Frame);
