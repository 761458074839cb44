import { throughput } from '../core/throughput.js';
import { Problem, Unreachable } from '../core/http.js';
import { StepTrouble } from '../core/preflight.js';

const TRANSFER_MS = 20000;

/** Measures what the link carries, up and then down: `{upMbps, downMbps}`. */
export async function checkLink({ progress }) {
  if (!navigator.onLine) throw new StepTrouble('offline');
  const load = noise(1024 * 1024);
  const up = await throughput((bytes) => call('/api/v1/rig/uplink', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: load.subarray(0, bytes) }), { progress: (share) => progress(share / 2) });
  const down = await throughput((bytes) => call(`/api/v1/rig/downlink?bytes=${bytes}`), { progress: (share) => progress(0.5 + share / 2) });
  return { upMbps: up, downMbps: down };
}

/** Once, and to the last byte: a second try would be a second measurement. */
async function call(path, more = {}) {
  const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(TRANSFER_MS), ...more }).catch(() => {
    throw new Unreachable();
  });
  if (answer.ok) return answer.arrayBuffer();
  throw new Problem({ status: answer.status, ...(await answer.json().catch(() => ({}))) });
}

/** Random, so that nothing on the way makes less of it. Browsers give 64 KiB of it at a time. */
function noise(length) {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
  return bytes;
}
