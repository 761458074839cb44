import { byPop, tripTo } from '../core/trips.js';
import { StepTrouble } from '../core/preflight.js';
import { everything } from './here.js';

/** Measures the way to every PoP: `{pops: [{pop, rttMs, jitterMs}], unreached: [name]}`, the nearest first. */
export async function checkPops({ progress }) {
  if (!navigator.onLine) throw new StepTrouble('offline');
  const nodes = await everything('/pops');
  const trips = [];
  for (const [i, { pop, url }] of nodes.entries()) {
    const trip = await tripTo(url, { progress: (share) => progress((i + share) / nodes.length) });
    if (trip) trips.push({ pop, ...trip });
  }
  const pops = byPop(trips);
  const unreached = [...new Set(nodes.map(({ pop }) => pop))].filter((pop) => !pops.some((trip) => trip.pop === pop));
  return { pops, unreached };
}
