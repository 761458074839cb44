/** What each close code asks of the device; from docs/wire.md. */
const POLICIES = { 1000: 'left', 1009: 'bug', 3000: 'bug', 3001: 'new-token', 3003: 'at-once', 3008: 'at-once', 3009: 'calm', 3010: 'ended' };

const CALM_MS = 5000;
const FIRST_MS = 200;
const LONGEST_MS = 5000;

/** `left`, `bug`, `new-token`, `at-once`, `calm`, `ended`, or `backoff` for a link that broke. */
export function policyOf(code) {
  return POLICIES[code] ?? 'backoff';
}

/**
 * For a server that answers and yet gives no socket; when the link itself was away, `Knocker` finds the moment it is back.
 *
 * How long to wait before attempt `n` (0 = the first after a break), in ms. A broken link is tried at once with a little
 * jitter, so that a node's worth of members does not come back in one instant; then doubling, with jitter, up to 5 s.
 */
export function backoff(policy, attempt, random) {
  if (policy === 'calm') return CALM_MS + 500 * random();
  if (attempt === 0) return 150 * random();
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return ceiling / 2 + (ceiling / 2) * random();
}
