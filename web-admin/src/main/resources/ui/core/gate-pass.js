/** The text of a pass, as the server writes it: base64url of a head, the pop-up's id, and a signature over a context and both. */
const CONTEXT = new TextEncoder().encode('downbeat pass');
const FORM = 1;
const HEAD = 13;
const SIGNATURE = 64;
const LONGEST = 200;
const MOST_TICKETS = 9_999_999;
const MOST_ISSUES = 1_000_000;
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const ALGORITHM = { name: 'Ed25519' };

/** Whether this browser can tell a genuine pass from a forged one; without a secure context, or before 2025, some cannot. */
export async function canVerify(subtle = globalThis.crypto?.subtle) {
  try {
    return Boolean(await subtle.generateKey(ALGORITHM, false, ['sign', 'verify']));
  } catch {
    return false;
  }
}

/** Tells genuine passes from others with nothing but the published keys, with the same words as the server's reader. */
export class PassReader {
  #keys = new Map();

  /** @param published as a JWK Set has them: `{kid, x}` */
  constructor(published, subtle = globalThis.crypto?.subtle) {
    this.subtle = subtle;
    for (const { kid, x } of published) this.#keys.set(Number(kid), subtle.importKey('raw', bytesOf(x), ALGORITHM, false, ['verify']));
  }

  /** @param here the pop-up at whose door it is shown; resolves with `{reason, pass}`: without a `reason` it is genuine, of here and now */
  async read(text, here, now) {
    const { reason, pass, key, signed, signature } = passOf(text);
    if (reason) return { reason, pass: null };
    const known = this.#keys.get(key);
    if (!known) return { reason: 'UNKNOWN_KEY', pass: null };
    if (!(await this.subtle.verify(ALGORITHM, await known, signature, signed))) return { reason: 'FORGED', pass: null };
    if (pass.popUp !== here) return { reason: 'FOREIGN', pass };
    return { reason: pass.expires && now >= pass.expires * 1000 ? 'EXPIRED' : null, pass };
  }
}

function passOf(text) {
  const all = text.length > LONGEST ? null : bytesOf(text);
  if (!all?.length || all[0] !== FORM || all.length < HEAD) return { reason: 'UNREADABLE' };
  const body = HEAD + all[HEAD - 1];
  if (all.length !== body + SIGNATURE) return { reason: 'UNREADABLE' };
  const view = new DataView(all.buffer);
  const pass = { popUp: String.fromCharCode(...all.subarray(HEAD, body)), ticket: three(all, 6), issue: three(all, 9), expires: view.getUint32(2) };
  const right = ID.test(pass.popUp) && within(pass.ticket, MOST_TICKETS) && within(pass.issue, MOST_ISSUES);
  return right ? { pass, key: all[1], signed: joined(CONTEXT, all.subarray(0, body)), signature: all.subarray(body) } : { reason: 'UNREADABLE' };
}

/** Of base64url, padded or not; null when it is none. */
function bytesOf(text) {
  const [, digits, padding] = text.match(/^([A-Za-z0-9_-]*)(={0,2})$/) ?? [];
  const over = digits?.length % 4;
  if (digits === undefined || over === 1 || (padding && padding.length !== 4 - over)) return null;
  return Uint8Array.from(atob(digits.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

function three(bytes, at) {
  return bytes[at] * 65536 + bytes[at + 1] * 256 + bytes[at + 2];
}

function within(number, most) {
  return number >= 1 && number <= most;
}

function joined(one, other) {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
