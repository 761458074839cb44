/** Power zones of a functional threshold (Coggan), upper edges in percent of FTP. */
const ZONES = [
  { zone: 1, below: 56, name: 'Recovery' },
  { zone: 2, below: 76, name: 'Endurance' },
  { zone: 3, below: 91, name: 'Tempo' },
  { zone: 4, below: 106, name: 'Threshold' },
  { zone: 5, below: 121, name: 'VO₂ max' },
  { zone: 6, below: Infinity, name: 'Anaerobic' },
];

const FREE = { zone: 0, name: 'Free ride' };

/** The zone of a power in percent of FTP; null is a free ride. */
export function zoneOf(percent) {
  return percent === null || percent === undefined ? FREE : ZONES.find((z) => percent < z.below);
}

/** The middle power of a segment, or null. */
export function powerOf(segment) {
  return segment?.powerFrom === null || segment?.powerFrom === undefined ? null : (segment.powerFrom + (segment.powerTo ?? segment.powerFrom)) / 2;
}

/** The power a segment asks for at a position inside it: ramps change on the way. */
export function powerAt(segment, position) {
  if (powerOf(segment) === null) return null;
  const share = clamp((position - segment.fromMs) / Math.max(1, segment.toMs - segment.fromMs), 0, 1);
  return segment.powerFrom + ((segment.powerTo ?? segment.powerFrom) - segment.powerFrom) * share;
}

/** Position in the plan (ms) at class time `ct`, between 0 and the plan's length. */
export function positionAt(anchor, ct, lengthMs = Infinity) {
  if (!anchor) return 0;
  return clamp(anchor.plan + (anchor.running ? ct - anchor.at : 0), 0, lengthMs);
}

/** The class time at which a planned moment comes, or null while the plan stands still or has gone past it. */
export function classTimeOf(anchor, planAt) {
  return anchor?.running && planAt >= anchor.plan ? anchor.at + planAt - anchor.plan : null;
}

/** The segment at a position: the last one belongs to the plan's very end too. */
export function segmentAt(plan, position) {
  if (!plan?.segments?.length) return null;
  return plan.segments.find((s) => position >= s.fromMs && position < s.toMs) ?? (position >= plan.lengthMs ? plan.segments.at(-1) : null);
}

/** Whether a cue has words for people: said, or only shown. */
export function isSpoken({ verb, text }) {
  return Boolean(text) && (verb === 'SAY' || verb === 'SHOW');
}

/** The next spoken or shown words after a position as `{planAt, text}`, or null; a workout file writes long texts as several lines of one instant. */
export function nextWords(plan, position) {
  const planAt = plan?.cues?.find((c) => c.planAt > position && isSpoken(c))?.planAt;
  if (planAt === undefined) return null;
  return { planAt, text: plan.cues.filter((c) => c.planAt === planAt && isSpoken(c)).map((c) => c.text).join(' ') };
}

const KINDS = {
  WARMUP: 'Warm-up', STEADY: 'Steady', INTERVAL_ON: 'Interval', INTERVAL_OFF: 'Ease off', RAMP: 'Ramp',
  FREE: 'Free ride', COOLDOWN: 'Cool-down', REST: 'Rest',
};

/** What a segment is called. */
export function labelOf(segment) {
  return segment?.label || KINDS[segment?.kind] || '';
}

/** The target as text: `120 % FTP`, `30 → 70 % FTP`, `Free ride`. */
export function targetOf(segment) {
  if (powerOf(segment) === null) return 'Free ride';
  const from = Math.round(segment.powerFrom);
  const to = Math.round(segment.powerTo ?? segment.powerFrom);
  return from === to ? `${from} % FTP` : `${from} → ${to} % FTP`;
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
