import { api } from './here.js';

/** Where nobody pushes, after the class above all, what is left is asked for this often, ms. */
const LOOK_MS = 3000;

/** The drops of the `classId` of an element: as its socket tells them (`drops`), and once the class is `over` as the server answers. */
export class ClassDrops {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  get all() {
    return (this.host.over && this.asked) || this.host.drops || [];
  }

  hostUpdate() {
    if (!this.host.over) return this.hostDisconnected();
    if (this.timer) return;
    this.look();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.look(), LOOK_MS);
  }

  hostDisconnected() {
    clearInterval(this.timer);
    this.timer = null;
  }

  async look() {
    this.asked = (await api.get(`/classes/${this.host.classId}/drops`).catch(() => null))?.items ?? this.asked;
    this.host.requestUpdate();
  }
}
