import { leftOf, ONLINE } from './drop-words.js';

const KEY = 'downbeat.pickup';

/** Whether a bundle is fetched online and at no counter. */
export function isDownload(bundle) {
  return Boolean(bundle.downloads?.length);
}

/** Points where this bundle can be had at all, those with something left first in the order of the drop. */
export function pointsFor(it, bundle) {
  return it.points.filter(({ point, closed }) => !closed && (point === ONLINE) === isDownload(bundle));
}

/** Windows of a point that somebody can still choose. */
export function windowsOf(point, now) {
  return (point?.windows ?? []).filter(({ end, left }) => Date.parse(end) > now && left > 0);
}

/**
 * What one tap claims: where the member collected before if that still is possible, else the first point that has something, and
 * its first window with room. `point` is null where nothing is left anywhere, `window` for a download.
 */
export function choiceFor(it, bundle, { point: wanted, window } = {}, now) {
  const points = pointsFor(it, bundle);
  const has = points.filter(({ point, windows }) => leftOf(it, bundle.id, point) > 0 && (point === ONLINE || windowsOf({ windows }, now).length));
  const point = has.find((it2) => it2.point === wanted) ?? has[0] ?? points.find((it2) => it2.point === wanted) ?? points[0] ?? null;
  const windows = windowsOf(point, now);
  return { point: point?.point ?? null, window: (windows.find(({ id }) => id === window) ?? windows[0])?.id ?? null, left: point ? leftOf(it, bundle.id, point.point) : 0 };
}

/** Where somebody collected last, so that the next time is one tap; `store` is localStorage or a stand-in. */
export class PickupMemory {
  constructor(store) {
    this.store = store;
  }

  read() {
    try {
      return JSON.parse(this.store.getItem(KEY)) ?? {};
    } catch {
      return {};
    }
  }

  write({ point, window, paying }) {
    try {
      this.store.setItem(KEY, JSON.stringify({ point, window, paying }));
    } catch {
      // Then the first point with something left is proposed.
    }
  }
}
