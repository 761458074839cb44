import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { field, valuesOf } from '../parts/field.js';
import { api } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/notice.js';

/** Sign in, or make an account and be signed in with it. */
class SignIn extends LitElement {
  static properties = { making: { state: true }, problem: { state: true }, busy: { state: true }, values: { state: true } };

  static styles = [sheet, forms, css`
    .sheet {
      max-width: 27rem;
      margin: clamp(0rem, 6vh, 4rem) auto 0;
    }
    h1 {
      margin-bottom: 0.4rem;
    }
    .switch {
      margin-top: 1rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.values = {};
  }

  render() {
    const error = (name) => (this.problem?.field === name ? this.problem.message : '');
    return html`<div class="sheet stack">
      <div><h1>${this.making ? 'Make an account' : 'Sign in'}</h1>
        <p class="soft">${this.making ? 'One account for home and for the room.' : 'To book, to join, or to run a class.'}</p></div>
      ${this.problem && !this.problem.field ? html`<db-notice kind="error">${this.problem.message}</db-notice>` : nothing}
      <form class="panel" @submit=${this.send} novalidate>
        ${this.making ? field({ name: 'name', label: 'Name', autocomplete: 'name', value: this.values.name, error: error('name'), maxlength: 80 }) : nothing}
        ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', inputmode: 'email', value: this.values.email, error: error('email') })}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: this.making ? 'new-password' : 'current-password',
          hint: this.making ? 'At least 10 characters.' : '', value: this.values.password, error: error('password') })}
        ${this.making ? html`<label class="tick"><input type="checkbox" name="trainer" .checked=${Boolean(this.values.trainer)}> I run classes as a trainer</label>` : nothing}
        <button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'One moment…' : this.making ? 'Make the account' : 'Sign in'}</button>
      </form>
      <p class="switch">${this.making ? 'You have an account?' : 'New here?'}
        <button class="quiet" @click=${this.swap}>${this.making ? 'Sign in instead' : 'Make an account'}</button></p>
    </div>`;
  }

  swap() {
    this.making = !this.making;
    this.problem = null;
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const values = (this.values = valuesOf(event.target));
    this.problem = missing(values, this.making);
    if (this.problem) return this.point();
    this.busy = true;
    try {
      if (this.making) await api.post('/accounts', { email: values.email, password: values.password, name: values.name, ...(values.trainer ? { roles: ['TRAINER'] } : {}) });
      const { account } = await api.post('/session', { email: values.email, password: values.password });
      location.assign(back() ?? homeOf(account.roles));
    } catch (problem) {
      this.problem = problem;
      this.point();
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

function missing({ name, email, password }, making) {
  if (making && !name) return { field: 'name', message: 'Tell us what to call you.' };
  if (!/^\S+@\S+$/.test(email)) return { field: 'email', message: 'An e-mail address looks like mia@example.org.' };
  if (!password) return { field: 'password', message: 'Type your password.' };
  return null;
}

function homeOf(roles) {
  if (roles.includes('TRAINER')) return '/console';
  return roles.includes('ORGANIZER') ? '/pop-ups' : '/';
}

/** Where to go after signing in: a path on this site only. */
function back() {
  const path = new URLSearchParams(location.search).get('back');
  return path && /^\/[\w/-]*$/.test(path) && !path.startsWith('//') ? path : null;
}

customElements.define('db-page-signin', SignIn);
