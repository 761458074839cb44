import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { placeClock, placeTime } from '../core/place-time.js';
import { field, valuesOf } from './field.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './confirm.js';
import './link-to-share.js';
import './notice.js';
import './sheet-dialog.js';

/** The devices at a door: who may scan, who is invited, who is shut out. Tells `changed`. */
class Devices extends LitElement {
  static properties = { it: {}, door: {}, chosen: { state: true }, invitation: { state: true }, problem: { state: true }, fault: { state: true }, inviteProblem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: var(--gap);
    }
    ul {
      display: grid;
      list-style: none;
      padding: 0;
      margin: 0;
    }
    li {
      display: grid;
      gap: 0.3rem 0.8rem;
      padding-block: 0.6rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    db-sheet-dialog,
    db-confirm {
      display: contents;
    }
    .code {
      display: grid;
      place-items: center;
      width: min(100%, 17rem);
      padding: 0.6rem;
      border-radius: var(--corner);
      background: #fff;
    }
    img {
      width: 100%;
      aspect-ratio: 1;
      image-rendering: pixelated;
    }
    .add {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }
    .add p {
      padding-top: 1.7rem;
    }
    @media (min-width: 36rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  get over() {
    return ['CLOSED', 'CANCELLED'].includes(this.it.phase);
  }

  render() {
    const { devices } = this.door;
    return html`${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${devices.length ? html`<ul tabindex="-1" aria-label="Devices">${devices.map((device) => this.row(device))}</ul>` : html`<p class="soft">No device yet. Add the phone of a volunteer and invite it: it needs no account.</p>`}
      ${this.over ? nothing : html`<form class="add" novalidate @submit=${this.add}>${field({ name: 'name', label: 'Name of a device', maxlength: 60, error: this.fault ?? '', autocomplete: 'off' })}
        <p><button aria-disabled=${this.busy ? 'true' : nothing}>Add</button></p></form>`}
      ${this.dialog()}
      <db-confirm heading="Revoke “${this.chosen?.name ?? ''}”?" action="Revoke the device">It is shut out at once. What it scanned before still counts. This cannot be taken back.</db-confirm>`;
  }

  row(device) {
    if (device.revokedAt) return html`<li><span><b>${device.name}</b> <span class="small soft">revoked ${placeTime(device.revokedAt, this.it.place.zone)}</span></span></li>`;
    return html`<li><b>${device.name}</b><span class="row">
      ${this.over ? nothing : html`<button @click=${() => this.open(device)} aria-label="Invite: ${device.name}">Invite</button>`}
      <button class="danger" @click=${() => this.revoke(device)} aria-label="Revoke: ${device.name}">Revoke</button></span></li>`;
  }

  dialog() {
    const { invitation } = this;
    return html`<db-sheet-dialog id="invite" heading="Invite “${this.chosen?.name ?? ''}”" @closed=${() => (this.invitation = null)}>
      ${this.inviteProblem ? html`<db-notice kind="error">${this.inviteProblem}</db-notice>` : nothing}
      ${invitation ? html`<p>Scan this with the phone of the volunteer, or send them the link. It works once, until ${placeClock(invitation.expiresAt, this.it.place.zone)}.</p>
          <div class="code"><img src=${invitation.picture} alt="The invitation as a code for the camera of a phone"></div>
          <db-link-to-share label="Link of the invitation" .url=${location.origin + invitation.url} .words=${`To the door of ${this.it.title}`}></db-link-to-share>`
        : html`<p class="soft">Whoever opens the invitation checks passes at this pop-up as “${this.chosen?.name ?? ''}”, without an account, until a day after the end or until you revoke it.</p>
          <form novalidate @submit=${this.invite}><label class="tick"><input type="checkbox" name="supervisor"> May decide against the rules, as a supervisor</label>
            <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>Make the invitation</button></p></form>`}</db-sheet-dialog>`;
  }

  async open(device) {
    this.chosen = device;
    this.invitation = this.inviteProblem = null;
    this.key = newKey();
    await this.updateComplete;
    this.renderRoot.querySelector('#invite').show();
  }

  async invite(event) {
    event.preventDefault();
    const { supervisor } = valuesOf(event.target);
    await this.act(
      async () => {
        this.invitation = await api.post(`/pop-ups/${this.it.id}/devices/${this.chosen.id}/invitation`, { supervisor }, { key: this.key });
      },
      (problem) => {
        this.inviteProblem = problem.message;
        if (problem.status) this.key = newKey();
      },
    );
  }

  async add(event) {
    event.preventDefault();
    const form = event.target;
    const { name } = valuesOf(form);
    this.fault = name ? null : 'Give the device a name.';
    if (this.fault) return this.renderRoot.querySelector('#name').focus();
    await this.act(
      async () => {
        const device = await api.post(`/pop-ups/${this.it.id}/devices`, { name });
        form.reset();
        this.tellChanged();
        await this.open(device);
      },
      (problem) => {
        if (problem.field === 'name') this.fault = problem.message;
        else this.problem = problem.message;
      },
    );
  }

  async revoke(device) {
    this.chosen = device;
    await this.updateComplete;
    if (!(await this.renderRoot.querySelector('db-confirm').ask())) return;
    await this.act(
      async () => {
        await api.delete(`/pop-ups/${this.it.id}/devices/${device.id}`);
        this.tellChanged();
      },
      (problem) => (this.problem = problem.message),
    );
  }

  async act(send, refused) {
    if (this.busy) return;
    this.busy = true;
    this.problem = this.inviteProblem = null;
    try {
      await send();
    } catch (problem) {
      refused(problem);
    } finally {
      this.busy = false;
    }
  }

  tellChanged() {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

customElements.define('db-devices', Devices);
