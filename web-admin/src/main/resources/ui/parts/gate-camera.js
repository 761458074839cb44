import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { codeReader } from './gate-reader.js';
import './notice.js';

/** How often a picture is looked at, ms. */
const LOOK_MS = 120;

/** Whether this browser lets a page look through a camera. */
export function camerasReadCodes() {
  return isSecureContext && Boolean(navigator.mediaDevices) && Boolean(globalThis.OffscreenCanvas);
}

/** The camera at the door: shows what it sees and tells `code` for every code in it. It is let go when it is switched off or nobody looks at the page. */
class GateCamera extends LitElement {
  static properties = { on: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    :host {
      display: grid;
      gap: 0.6rem;
    }
    video {
      width: 100%;
      max-height: 45vh;
      object-fit: cover;
      background: #000;
      border-radius: var(--corner);
    }
  `];

  constructor() {
    super();
    this.hide = () => document.visibilityState === 'hidden' && this.stop();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.hide);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.hide);
    this.stop();
  }

  render() {
    return html`<video ?hidden=${!this.on} muted playsinline aria-label="What the camera sees"></video>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <p><button aria-pressed=${this.on ? 'true' : 'false'} @click=${() => (this.on ? this.stop() : this.start())}>${this.on ? 'Switch the camera off' : 'Read with the camera'}</button></p>`;
  }

  async start() {
    this.problem = null;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const video = this.renderRoot.querySelector('video');
      video.srcObject = this.stream;
      await video.play();
      this.on = true;
      this.look(video, await codeReader(), this.stream);
    } catch (problem) {
      this.stop();
      this.problem = problem.name === 'NotAllowedError' ? 'The browser may not use the camera. Allow it in the address bar, or type the code.' : 'The camera gives no picture. Type the code instead.';
    }
  }

  stop() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.on = false;
  }

  /** One picture after the other, never two at a time: a slow phone reads less often. */
  async look(video, reader, stream) {
    while (this.stream === stream) {
      const codes = video.videoWidth ? await reader.read(video).catch(() => []) : [];
      if (this.stream !== stream) break;
      for (const code of codes) this.dispatchEvent(new CustomEvent('code', { detail: code }));
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
    reader.close();
  }
}

customElements.define('db-gate-camera', GateCamera);
