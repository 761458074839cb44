import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { GateMemory } from '../core/gate-memory.js';
import { newKey } from '../core/http.js';
import { api } from '../parts/here.js';
import '../parts/notice.js';

const REFUSALS = {
  'not-found': ['There is no such invitation', 'The link may be cut short. Scan the code again, or ask the organizer for a new one.'],
  'invitation-used': ['This invitation was used before', 'Each works once. Ask the organizer for a new one.'],
  'invitation-expired': ['This invitation has expired', 'It was good for 15 minutes. Ask the organizer for a new one.'],
  'device-is-revoked': ['This device is shut out', 'The organizer has revoked it. Ask for another invitation.'],
  'pop-up-is-over': ['This pop-up is over', 'Nobody checks passes there any more.'],
};

/** A volunteer comes to a door: one press makes this browser a device there, and leads on. */
class DoorInvitation extends LitElement {
  static properties = { code: {}, busy: { state: true }, problem: { state: true }, before: { state: true } };

  static styles = [sheet, css`
    .sheet {
      max-width: 30rem;
      margin: clamp(0rem, 6vh, 4rem) auto 0;
    }
    .now {
      min-height: 3.4rem;
      font-size: 1.15rem;
    }
  `];

  constructor() {
    super();
    this.key = newKey();
  }

  render() {
    const [heading, words] = REFUSALS[this.problem?.code] ?? [null, this.problem?.message];
    if (heading) return html`<div class="sheet stack"><h1 tabindex="-1">${heading}</h1><db-notice kind="error">${words}</db-notice>${this.wayBack()}</div>`;
    return html`<div class="sheet stack"><h1 tabindex="-1">You are invited to a door</h1>
      <p>This browser becomes a device at the door of a pop-up: it checks passes and lets guests in. You need no account.</p>
      <p class="soft">The invitation works once. Take it with the phone that will stand at the door.</p>
      ${words ? html`<db-notice kind="error">${words}</db-notice>` : nothing}
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.take}>${this.busy ? 'One moment…' : 'Go to the door'}</button></p></div>`;
  }

  /** Who took it here before has only come back to the link. */
  wayBack() {
    return this.before ? html`<p>This browser stands at a door already. <a class="button now" href="/pop-ups/${this.before.popUp}/door">Go to that door</a></p>` : nothing;
  }

  async take() {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const { popUp, device } = await api.post('/door-session', { code: this.code }, { key: this.key });
      const memory = new GateMemory(localStorage, popUp);
      memory.write({ ...memory.read(), device });
      location.replace(`/pop-ups/${popUp}/door`);
    } catch (problem) {
      this.before = await api.get('/door-session').catch(() => null);
      this.problem = problem;
      this.busy = false;
      await this.updateComplete;
      this.renderRoot.querySelector('h1').focus();
    }
  }
}

customElements.define('db-page-door-invitation', DoorInvitation);
