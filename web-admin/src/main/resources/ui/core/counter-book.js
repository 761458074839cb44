/** What a device knows of a counter: the claims that are collected there, as of when the server told it. */
export class CounterBook {
  /** @param json as `GET /pop-ups/{id}/counter` answers it */
  constructor(json) {
    this.json = json;
  }

  get claims() {
    return this.json.claims;
  }

  /** The claim of a code as `readCode` reads it, or null. A QR code names its drop too. */
  of({ drop, code }) {
    return this.claims.find((claim) => claim.code === code && (!drop || claim.dropId === drop)) ?? null;
  }

  claim(dropId, claimId) {
    return this.claims.find((claim) => claim.dropId === dropId && claim.claimId === claimId) ?? null;
  }
}

/** A claim as it is after handovers that its book does not have yet. */
export function afterHandovers(claim, handovers) {
  const handed = handovers.reduce((sum, { units }) => sum + units, 0);
  const last = handovers.at(-1);
  const left = Math.max(0, claim.left - handed);
  return {
    ...claim, left, status: left === 0 && (handed > 0 || claim.status === 'HANDED_OVER') ? 'HANDED_OVER' : claim.status, due: handovers.some(({ paid }) => paid) ? null : claim.due,
    handedOverAt: last?.at ?? claim.handedOverAt, by: last ? last.by : claim.by,
  };
}

/**
 * What a counter says to a claim that is shown there, reason for reason as the server has them.
 *
 * @param claim as it is, or null; @param asked `{units, paid, packed}`: units 0 for all that are left, packed when somebody says that it lies there
 */
export function ruledAt(claim, { units = 0, paid = false, packed = false }) {
  if (!claim) return 'NO_SUCH_CLAIM';
  if (claim.status === 'HANDED_OVER') return 'ALREADY_HANDED_OVER';
  if (claim.status === 'RELEASED') return 'CLAIM_IS_OVER';
  if (['OFFERED', 'HELD'].includes(claim.status)) return 'NOT_CONFIRMED';
  if (claim.status === 'CONFIRMED' && !packed) return 'NOT_READY';
  if (claim.due?.minor && !paid) return 'PAYMENT_DUE';
  return units > claim.left ? 'MORE_THAN_LEFT' : 'OK';
}

/** Claims as a packer goes through them: by window, those that are done last. */
export function inPackOrder(claims) {
  const done = ({ status }) => (['HANDED_OVER', 'RELEASED'].includes(status) ? 1 : 0);
  return [...claims].sort((a, b) => done(a) - done(b) || Date.parse(a.window?.start ?? 0) - Date.parse(b.window?.start ?? 0) || number(a) - number(b));
}

function number({ code }) {
  return Number(code?.split('-')[0] ?? 0);
}
