/** What the rungs of docs/wire.md are called on a screen, the best first. */
export const RUNGS = {
  FULL: 'Full', LEAN: 'Lean', TRAINER_LOW: 'Reduced', AUDIO_FIRST: 'Sound first', CUE_ONLY: 'Cues only', AUTONOMOUS: 'On its own',
};

/** What of the class a rung brings a member besides cues. */
export const BRINGS = {
  FULL: 'you get everything', LEAN: 'what the others do comes a little less often', TRAINER_LOW: 'you see your own values, not those of the others',
  AUDIO_FIRST: 'cues and sound, and nothing of the others', CUE_ONLY: 'cues and sound, and nothing else', AUTONOMOUS: 'the class goes on from its plan',
};

/** The rung that saves data: cues and sound come, boards do not. */
export const SAVER = 'AUDIO_FIRST';

const SECONDS = (ms) => `${(Number(ms) / 1000).toFixed(1)} s`;
const WORDS = [
  [/^pinned to/, () => 'data is being saved'],
  [/^loss (\d+) %/, (percent) => `${percent} % of what is sent gets no answer`],
  [/^round trip (\d+) ms/, (ms) => `an answer takes ${SECONDS(ms)}`],
  [/^jitter (\d+) ms/, () => 'answers come unevenly'],
  [/^acks after (\d+) ms/, (ms) => `cues take ${SECONDS(ms)} to be confirmed`],
  [/freezes/, () => 'the page stood still'],
  [/^nothing heard/, () => 'the device fell silent'],
  [/^did not hear/, () => 'the live check was not heard'],
  [/clean$/, () => 'it was bad and is coming back step by step'],
  [/too much to do/, () => 'the server is busy'],
  [/^no connection/, () => 'there is no connection'],
];

/** Why a device is on its rung, in words for the member and the trainer; what is not known is said as it came. */
export function plainly(why) {
  for (const [pattern, words] of WORDS) {
    const found = why?.match(pattern);
    if (found) return words(found[1]);
  }
  return why ?? '';
}
