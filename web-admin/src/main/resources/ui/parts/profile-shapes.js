import { zoneOf } from '../core/plan.js';

/** Shapes of a power profile in a box of `WIDTH` × `HEIGHT`, for SVG. */
export const WIDTH = 1000;
export const HEIGHT = 200;
const HEADROOM = 16;
const LOWEST_TOP = 120;

/** One polygon per segment: `{segment, points, zone}`; a free ride is as high as easy riding. */
export function shapesOf(plan) {
  const top = Math.max(LOWEST_TOP, ...plan.segments.flatMap((s) => [s.powerFrom ?? 0, s.powerTo ?? 0]));
  const y = (percent) => round(HEIGHT - ((HEIGHT - HEADROOM) * percent) / top);
  return plan.segments.map((segment) => {
    const from = segment.powerFrom ?? 50;
    const to = segment.powerTo ?? segment.powerFrom ?? 50;
    const left = x(plan, segment.fromMs);
    const right = x(plan, segment.toMs);
    return { segment, zone: segment.powerFrom === null ? 0 : zoneOf((from + to) / 2).zone, points: `${left},${HEIGHT} ${left},${y(from)} ${right},${y(to)} ${right},${HEIGHT}` };
  });
}

/** Where a planned moment lies from left to right. */
export function x(plan, ms) {
  return round((WIDTH * ms) / Math.max(1, plan.lengthMs));
}

/** The height of the threshold line, 100 % of FTP. */
export function thresholdY(plan) {
  const top = Math.max(LOWEST_TOP, ...plan.segments.flatMap((s) => [s.powerFrom ?? 0, s.powerTo ?? 0]));
  return round(HEIGHT - ((HEIGHT - HEADROOM) * 100) / top);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
