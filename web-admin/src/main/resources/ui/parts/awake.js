/** Keeps the screen on while a class runs; asks again when the page is looked at again, since a hidden page loses its lock. Returns how to stop. */
export function keepAwake() {
  let lock = null;
  let over = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await navigator.wakeLock?.request('screen').catch(() => null);
    if (over) lock?.release();
  };
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    lock?.release();
  };
}
