import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { api } from './here.js';

/** The way from a class to the pop-up that is its room, where there is one: places are changed there; for who leads, to its stage. */
class RoomLink extends LitElement {
  static properties = { classId: {}, stage: { type: Boolean }, room: { state: true } };

  static styles = sheet;

  willUpdate(changed) {
    if (changed.has('classId') && this.classId) this.look();
  }

  /** Most classes have no room, which is nobody's trouble. */
  async look() {
    const { classId } = this;
    const room = await api.get(`/classes/${classId}/room`).catch(() => null);
    if (classId === this.classId) this.room = room;
  }

  render() {
    if (!this.room) return nothing;
    const { id, place } = this.room;
    return html`<p>${this.stage ? html`<a class="button quiet at-start" href="/pop-ups/${id}/stage">Stage for the screen in the room: ${place.name}</a>` : html`<a class="button quiet at-start" href="/pop-ups/${id}">Its room: ${place.name}</a>`}</p>`;
  }
}

customElements.define('db-room-link', RoomLink);
