/** SHA-256 of a text, in hexadecimal digits, by the browser itself. */
export async function sha256(text, subtle = globalThis.crypto?.subtle) {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Draws somebody's place in the waiting room again, with nothing but what is published: was the seed fixed before anybody could
 * wait, is their lot what the seed makes of their id, and does it stand where the lots put it?
 *
 * @param line `{commitment, seed, lots}` as `GET /drops/{id}/line` answers it
 * @param who the id of the participant; @param position from 1, as the server told it
 * @return `{promised, own, drawn, lot}`: `drawn` that they were in the draw, with no higher lot before theirs, and did not come after it; null before the seed is published
 */
export async function verified({ commitment, seed, lots }, who, position, hash = sha256) {
  if (!seed) return null;
  const own = await hash(`${seed}:${who}`);
  return { promised: (await hash(seed)) === commitment, own: lots[position - 1] === own, drawn: rising(lots.slice(0, position)), lot: own };
}

function rising(lots) {
  return lots.every((lot, i) => i === 0 || lots[i - 1] <= lot);
}
