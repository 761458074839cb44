import { segmentAt } from './plan.js';

/** The assets of one kind in the order in which they begin; what names no moment begins with the class. */
function ordered(assets, kind) {
  return (assets ?? []).filter((a) => a.kind === kind).map((a) => ({ ...a, fromMs: a.fromMs ?? 0 })).sort((a, b) => a.fromMs - b.fromMs);
}

/** The last of `all` that begins at or before a plan position, with the moment the next one begins (`untilMs`), or null. */
function running(all, position) {
  const index = all.findLastIndex(({ fromMs }) => fromMs <= position);
  return index < 0 ? null : { ...all[index], untilMs: all[index + 1]?.fromMs ?? Infinity };
}

/** The music of a plan position and the music that begins within `ahead` ms after it: a piece plays until the next one begins. */
export function tracksAt(assets, position, ahead) {
  const all = ordered(assets, 'MUSIC');
  const now = running(all, position);
  const soon = running(all, position + ahead);
  return [now, soon].filter((track, i, both) => track && both.findIndex((other) => other?.url === track.url) === i);
}

/** The picture of a plan position, or null: it is shown until the next one, and not beyond the segment it begins in. */
export function overlayAt(assets, plan, position) {
  const overlay = running(ordered(assets, 'OVERLAY'), position);
  return overlay && segmentAt(plan, overlay.fromMs)?.index === segmentAt(plan, position)?.index ? overlay : null;
}

/** How long (ms of plan) until the picture of a position changes by another one's beginning; Infinity when none is to come. */
export function nextOverlayIn(assets, position) {
  const next = ordered(assets, 'OVERLAY').find(({ fromMs }) => fromMs > position);
  return next ? next.fromMs - position : Infinity;
}

/**
 * What of `assets` is needed within `ahead` ms of a plan position, the soonest first: what runs now, what begins until then, and
 * rep models, which have no place in the plan.
 */
export function neededSoon(assets, position, ahead) {
  const due = (asset) => {
    if (asset.kind === 'REPS') return 0;
    const index = ordered(assets, asset.kind).findIndex(({ url }) => url === asset.url);
    const { fromMs } = ordered(assets, asset.kind)[index];
    const until = ordered(assets, asset.kind)[index + 1]?.fromMs ?? Infinity;
    return until <= position ? Infinity : Math.max(0, fromMs - position);
  };
  return (assets ?? []).map((asset) => ({ asset, at: due(asset) })).filter(({ at }) => at <= ahead).sort((a, b) => a.at - b.at).map(({ asset }) => asset);
}
