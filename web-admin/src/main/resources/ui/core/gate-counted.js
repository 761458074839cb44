import { admits } from './gate-ruling.js';

/** The counters of a door with what this device decided since and the server does not have yet. */
export function counted(door, untold) {
  if (!untold.length) return door;
  const gates = door.gates.map((gate) => ({ ...gate, count: sum(gate.count, untold.filter((scan) => scan.gate === gate.id)) }));
  return { ...door, gates, all: sum(door.all, untold) };
}

function sum(count, scans) {
  const through = (way) => scans.filter(({ reason, direction }) => admits(reason) && direction === way).length;
  const [entries, exits] = [count.entries + through('ENTRY'), count.exits + through('EXIT')];
  return { entries, exits, inside: Math.max(0, count.inside + through('ENTRY') - through('EXIT')), refused: count.refused + scans.filter(({ reason }) => !admits(reason)).length };
}
