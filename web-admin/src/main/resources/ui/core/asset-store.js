import { neededSoon } from './track.js';

const CACHE = 'downbeat-assets';
/** What all classes together may take of a device, bytes. */
const MOST = 128 * 1024 * 1024;
/** What could not be had is tried again after this long, ms. */
const AGAIN_MS = 5000;

/** What classes bring, put aside on this device: fetched in the order in which it is needed, bounded, the oldest making room. */
export class AssetStore {
  #round = 0;
  #listed = [];
  #wanted = null;
  #againAt = 0;
  #wish = null;
  #busy = false;

  constructor({ open = () => globalThis.caches?.open(CACHE), send = (url) => fetch(url), most = MOST, changed = () => {}, now = () => performance.now() } = {}) {
    Object.assign(this, { open, send, most, changed, now, ready: 0, of: 0 });
  }

  /**
   * Keeps up with a class, called with every beat: what is needed within the horizon is fetched first, the soonest first; the
   * rest only where the link has room to `spare`. So music for the last song does not delay the picture of the next minute on a
   * poor link, and who saves data pays for no more than is used.
   */
  follow(assets, { position, horizonMs, spare }) {
    const soon = neededSoon(assets, position, horizonMs);
    const wanted = spare ? [...soon, ...assets.filter((asset) => !soon.includes(asset))] : soon;
    const key = JSON.stringify([wanted, assets].map((all) => all.map(({ url }) => url)));
    if (key === this.#wanted && this.now() < this.#againAt) return;
    this.#wanted = key;
    this.#againAt = Infinity;
    this.#wish = { assets, wanted };
    this.#round += 1; // what is under way ends with the piece it is at
    if (!this.#busy) this.#keepUp();
  }

  async #keepUp() {
    this.#busy = true;
    let done = true;
    while (this.#wish) {
      const { assets, wanted } = this.#wish;
      this.#wish = null;
      done = await this.fill(assets, wanted);
    }
    this.#busy = false;
    if (!done) this.#againAt = this.now() + AGAIN_MS;
  }

  /**
   * Fetches what is `wanted` of a list and not here yet, and drops what the list had before and has no more. Stops at the first
   * that cannot be had: call it again when the link is back. Resolves with whether everything is here.
   */
  async fill(assets, wanted = assets) {
    const round = ++this.#round;
    const cache = await this.open();
    if (!cache) return false;
    const urls = assets.map(({ url }) => url);
    for (const url of this.#listed) if (!urls.includes(url)) await cache.delete(url);
    this.#listed = urls;
    this.#tell(0, wanted.length);
    for (const [index, asset] of wanted.entries()) {
      if (!(await this.#have(cache, asset, urls)) || round !== this.#round) return false;
      this.#tell(index + 1, wanted.length);
    }
    return true;
  }

  /** The bytes of one, from here or from the network. */
  async bytes(url) {
    const cache = await this.open();
    const answer = (await cache?.match(url, { ignoreVary: true })) ?? (await this.send(url));
    if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
    return answer.arrayBuffer();
  }

  async #have(cache, { url, bytes }, listed) {
    if (await cache.match(url, { ignoreVary: true })) return true;
    const answer = await this.send(url).catch(() => null);
    if (!answer?.ok || !(await this.#makeRoom(cache, bytes, listed))) return false;
    return cache.put(url, answer).then(() => true, () => false);
  }

  /** Drops the oldest of other classes until `bytes` more fit; false when they cannot. */
  async #makeRoom(cache, bytes, listed) {
    const held = await Promise.all((await cache.keys()).map(async (request) => ({ request, size: await sizeOf(cache, request) })));
    let total = held.reduce((sum, { size }) => sum + size, bytes);
    for (const { request, size } of held) {
      if (total <= this.most) return true;
      if (listed.includes(new URL(request.url).pathname)) continue;
      await cache.delete(request);
      total -= size;
    }
    return total <= this.most;
  }

  #tell(ready, of) {
    Object.assign(this, { ready, of });
    this.changed();
  }
}

async function sizeOf(cache, request) {
  return Number((await cache.match(request, { ignoreVary: true }))?.headers.get('Content-Length') ?? 0);
}
