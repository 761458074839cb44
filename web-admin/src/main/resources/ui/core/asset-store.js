const CACHE = 'downbeat-assets';
/** What all classes together may take of a device, bytes. */
const MOST = 128 * 1024 * 1024;

/** What classes bring, put aside on this device: fetched in the order in which it is needed, bounded, the oldest making room. */
export class AssetStore {
  #round = 0;
  #listed = [];

  constructor({ open = () => globalThis.caches?.open(CACHE), send = (url) => fetch(url), most = MOST, changed = () => {} } = {}) {
    Object.assign(this, { open, send, most, changed, ready: 0, of: 0 });
  }

  /**
   * Fetches what is not here yet, and drops what the list had before and has no more. Stops at the first that cannot be had:
   * call it again when the link is back. Resolves with whether everything is here.
   */
  async fill(assets) {
    const round = ++this.#round;
    const cache = await this.open();
    if (!cache) return false;
    const urls = assets.map(({ url }) => url);
    for (const url of this.#listed) if (!urls.includes(url)) await cache.delete(url);
    this.#listed = urls;
    this.#tell(0, urls.length);
    for (const [index, asset] of assets.entries()) {
      if (!(await this.#have(cache, asset, urls)) || round !== this.#round) return false;
      this.#tell(index + 1, urls.length);
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
