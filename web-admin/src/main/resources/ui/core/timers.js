/** Timers as the core takes them, those of the page; tests bring their own. */
export const realTimers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer),
};
