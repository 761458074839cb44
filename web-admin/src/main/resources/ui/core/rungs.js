/** What the rungs of docs/wire.md are called on a screen, the best first. */
export const RUNGS = {
  FULL: 'Full', LEAN: 'Lean', TRAINER_LOW: 'Reduced', AUDIO_FIRST: 'Sound first', CUE_ONLY: 'Cues only', AUTONOMOUS: 'On its own',
};
