/** The members by their ids after a push: a full one stands for itself, any other changes the rows that it names. */
export function rosterAfter(before, push) {
  if (!push?.members) return before;
  const after = push.full ? new Map() : before;
  for (const row of push.members) after.set(row.member, { ...after.get(row.member), ...row });
  return after;
}

/** How many take part in the room, with and without a name, and how many online; who is in the room with a phone is there. */
export function turnout(roster, unnamed = 0) {
  const rows = [...roster.values()];
  return { room: rows.filter((row) => row.room).length + unnamed, online: rows.filter((row) => row.here && !row.room).length };
}
