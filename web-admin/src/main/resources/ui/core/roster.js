/** The members by their ids after a push: a full one stands for itself, any other changes the rows that it names. */
export function rosterAfter(before, push) {
  if (!push?.members) return before;
  const after = push.full ? new Map() : before;
  for (const row of push.members) after.set(row.member, { ...after.get(row.member), ...row });
  return after;
}
