/** What of a class a trainer wants to feel without looking: taken down at one moment, compared with the one before. */
export function momentOf({ status, hands, asks, state }) {
  const open = state?.ask?.cueId ?? null;
  const asked = open && asks?.cueId === open ? asks : null;
  return { live: status === 'live', hands: (hands?.hands ?? []).map(({ member }) => member), complete: asked && asked.of > 0 && asked.confirmed >= asked.of ? open : null };
}

/** What has happened between two moments, the most urgent first: `lost`, `back`, `hand`, `answered`. */
export function happened(before, now) {
  if (!before) return [];
  const news = [];
  if (before.live && !now.live) news.push('lost');
  if (!before.live && now.live) news.push('back');
  if (now.hands.some((member) => !before.hands.includes(member))) news.push('hand');
  if (now.complete && now.complete !== before.complete) news.push('answered');
  return news;
}

/** Members that the class reaches with less than everything, and those who have not answered what is being asked. */
export function needsHelp({ hands, asks, gauge, state }) {
  const open = state?.ask?.cueId;
  return {
    hands: hands?.hands?.length ?? 0,
    missing: open && asks?.cueId === open ? Math.max(0, asks.of - asks.confirmed) : 0,
    fallback: (gauge?.members ?? []).filter(({ rung }) => rung && rung !== 'FULL').length,
  };
}
