import { median } from './calibration.js';

const FIRST = 64 * 1024;
const MOST = 1024 * 1024;
/** A transfer that takes so long tells the rate well enough, ms; smaller ones mostly tell the round trip. */
const LONG_MS = 600;
/** No measurement goes on for longer, ms, or with more transfers. */
const PATIENCE_MS = 4000;
const TRANSFERS = 6;

/**
 * Megabits a second of `transfer(bytes)`: from 64 KiB on it grows until one takes long enough or is 1 MiB, then the median of
 * up to three as large ones. The round trip counts as time, so a far server makes it less than the link's own rate, never more.
 */
export async function throughput(transfer, { now = () => performance.now(), progress = () => {} } = {}) {
  const begun = now();
  const rates = [];
  for (let size = FIRST, sent = 0; sent < TRANSFERS + 3 && rates.length < 3; sent += 1) {
    const from = now();
    await transfer(size);
    const took = Math.max(0.1, now() - from);
    const spent = now() - begun;
    const grown = took >= LONG_MS || size === MOST;
    if (grown || spent >= PATIENCE_MS) rates.push((size * 8) / took / 1000);
    else size = Math.min(MOST, size * 2);
    progress(Math.min(1, Math.max(rates.length / 3, spent / PATIENCE_MS)));
    if (rates.length && spent >= PATIENCE_MS) break;
  }
  return Math.round(median(rates) * 100) / 100;
}
