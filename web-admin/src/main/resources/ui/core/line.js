import { knockAt, Knocker } from './knocker.js';
import { Probes } from './probes.js';
import { LiveSocket } from './socket.js';
import { Vitals } from './vitals.js';

/** A line that has stood still has this long (ms) to say a word, once the server answers on another. */
const LAST_WORD_MS = 300;
/** Answered by the process itself, without a look at anything. */
const DOOR = '/health/live';

/**
 * A device's line into a class and what watches over it: the socket, the probes that tell class time and how the link is, the
 * report on it, and the knocks that find out when a line would hold again.
 */
export class Line {
  /** @param timeKnown is told when class time is better known; the others are LiveSocket's, and `around` is Vitals'. */
  constructor({ join, hello, attached, push, changed, timeKnown, clock, open, now, timers, random, wall, around, knock = knockAt(DOOR) }) {
    this.timers = timers;
    this.socket = new LiveSocket({ join, open, now, timers, random, wall, hello, attached, push, changed });
    this.probes = new Probes({ socket: this.socket, clock, now, timers, changed: () => this.#answered(timeKnown), stalled: () => this.#stalled() });
    this.knocker = new Knocker({ knock, now, timers, random, heard: (answer) => this.#doorOpened(answer) });
    this.vitals = new Vitals({ socket: this.socket, link: this.probes.link, now, timers, around });
  }

  /** The device says that its link is back, or that the page is looked at again. */
  mayBeBack() {
    this.socket.nudge();
    this.probes.suspect();
  }

  /** The device says that its link is gone. */
  mayBeGone() {
    this.probes.suspect();
  }

  /** It is in the class: probes begin anew, after what came with the reply. */
  attached() {
    this.probes.stop();
    this.timers.set(() => this.probes.start(), 0);
    this.vitals.start();
  }

  /** While it waits for its turn a device learns class time: one probe for each word of the class. */
  queued() {
    this.knocker.stop();
    this.probes.once();
  }

  /** It has no socket, and goes on trying. */
  lost() {
    this.knocker.start();
  }

  /** It holds again. */
  settled() {
    this.knocker.stop();
  }

  /** There will be none any more. */
  over() {
    this.knocker.stop();
    this.vitals.stop();
  }

  leave() {
    this.over();
    this.socket.leave();
  }

  #answered(timeKnown) {
    this.knocker.stop();
    timeKnown();
  }

  /** The line stands still: the class is told at once, if anything gets through, and a knock tells when another line would. */
  #stalled() {
    this.vitals.hurry();
    this.knocker.start();
  }

  /** The server answers on a line of its own. */
  #doorOpened(answer) {
    const { sentAt, since } = answer;
    if (this.socket.status !== 'live') return this.socket.answers(answer);
    if (this.socket.heardAt < sentAt && sentAt === since) this.probes.suspect(LAST_WORD_MS);
  }
}
