const STORE = 'downbeat.buzz';
/** ms of shaking and of rest; a hand can tell them apart: one short is done, two are somebody, a long one is the link. */
const PATTERNS = { safe: [30], hand: [60, 80, 60], answered: [60, 80, 60, 80, 60], lost: [400], back: [120, 80, 120] };
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** Lets the hand that holds the phone feel what happens. Silent where the phone cannot, or its owner wants less motion. */
export class Buzz {
  on = localStorage.getItem(STORE) !== 'off';

  /** Whether there is anything to switch. */
  get possible() {
    return Boolean(navigator.vibrate) && !STILL.matches;
  }

  choose(on) {
    this.on = on;
    localStorage.setItem(STORE, on ? 'on' : 'off');
    this.tell('safe');
  }

  tell(what) {
    if (this.on && this.possible) navigator.vibrate(PATTERNS[what]);
  }
}
