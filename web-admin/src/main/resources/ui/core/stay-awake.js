/**
 * Keeps the screen on: asks for a wake lock, and again whenever the page is looked at again, since a hidden page loses its lock.
 * A refusal (a low battery, a browser that has no locks) is nobody's trouble: the screen goes off as it always does. Returns how
 * to stop.
 *
 * @param wakeLock `navigator.wakeLock`, which some browsers do not have; @param page `document`
 */
export function stayAwake(wakeLock, page) {
  let lock = null;
  let coming = false;
  let over = false;
  const ask = async () => {
    if (over || coming || page.visibilityState !== 'visible' || (lock && !lock.released)) return;
    coming = true;
    lock = (await wakeLock?.request('screen').catch(() => null)) ?? null;
    coming = false;
    if (over) lock?.release();
  };
  page.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    if (over) return;
    over = true;
    page.removeEventListener('visibilitychange', ask);
    lock?.release();
  };
}
