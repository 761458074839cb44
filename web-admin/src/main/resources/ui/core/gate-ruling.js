/** Whether a supervisor may decide otherwise: the rules of the door say no, not what is wrong with the pass. */
const OVERRIDABLE = ['ALREADY_INSIDE', 'NO_REENTRY', 'CANCELLED', 'RELEASED', 'REPLACED', 'WRONG_GATE', 'NO_ENTRY_HERE', 'NO_EXIT_HERE', 'TOO_EARLY', 'TOO_LATE'];
const SHUT = { DRAFT: 'TOO_EARLY', PUBLISHED: 'TOO_EARLY', CLOSED: 'TOO_LATE', CANCELLED: 'POP_UP_CANCELLED' };
const VOID = { CANCELLED: 'CANCELLED', REVOKED: 'CANCELLED', RELEASED: 'RELEASED' };

export function canBeOverridden(reason) {
  return OVERRIDABLE.includes(reason);
}

export function admits(reason) {
  return reason === 'OK' || reason === 'OVERRIDDEN';
}

/**
 * The rules of the door, reason for reason as the server has them (held to it case by case by a test).
 *
 * @param book what is known; @param ticket one of it, with its passages; @param shown `{issue, gate, direction}`; @param now ms
 */
export function ruled(book, ticket, { issue, gate, direction }, now) {
  return SHUT[book.phaseAt(now)] ?? ofTicket(ticket, issue) ?? ofGate(book.gate(gate), direction, ticket.kind, now) ?? ofPassages(ticket, book.gate(gate), direction) ?? 'OK';
}

function ofTicket(ticket, issue) {
  return VOID[ticket.validity] ?? (issue === ticket.issue ? null : 'REPLACED');
}

function ofGate(gate, direction, kind, now) {
  if (!gate) return null;
  if (direction === 'EXIT') return gate.exit ? null : 'NO_EXIT_HERE';
  if (!gate.entry) return 'NO_ENTRY_HERE';
  if (gate.kinds.length && !gate.kinds.includes(kind)) return 'WRONG_GATE';
  if (gate.openFrom && now < Date.parse(gate.openFrom)) return 'TOO_EARLY';
  return gate.openUntil && now >= Date.parse(gate.openUntil) ? 'TOO_LATE' : null;
}

/** Who wants out goes out; that they came in may still be known to another device only. */
function ofPassages({ entries, inside }, gate, direction) {
  if (direction === 'EXIT') return null;
  if (inside > 0) return 'ALREADY_INSIDE';
  return entries > 0 && !gate?.reentry ? 'NO_REENTRY' : null;
}

/** A ticket as it is after scans that its book does not have yet, in time: exits that no entry went before count as none. */
export function after(ticket, scans) {
  let { entries, inside } = ticket;
  for (const { reason, direction } of scans.filter((scan) => admits(scan.reason))) {
    if (direction === 'ENTRY') [entries, inside] = [entries + 1, inside + 1];
    else inside = Math.max(0, inside - 1);
  }
  return { ...ticket, entries, inside, earlier: earlierOf(ticket.earlier, scans.filter(({ direction }) => direction === 'ENTRY')) };
}

/** The last time somebody was let in, and how often they were and were not. */
function earlierOf(known, entries) {
  const admitted = entries.filter(({ reason }) => admits(reason));
  const last = [known, admitted.at(-1)].filter(Boolean).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  if (!last) return null;
  return { at: last.at, gate: last.gate, device: last.device, admitted: (known?.admitted ?? 0) + admitted.length, refused: (known?.refused ?? 0) + entries.length - admitted.length };
}
