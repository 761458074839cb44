/** Pauses do not count: of the windows of a recording those within 15.9 dB of the loudest, as in ITU-T P.56's margin. */
const MARGIN_DB = 15.9;
/** A sample this near to full scale is clipped. */
const FULL = 0.999;
const SILENCE_DB = -120;

/** What a microphone hears, window by window; levels in dB below full scale. */
export class Levels {
  #windows = [];
  #peak = 0;
  #clipped = 0;
  #samples = 0;

  /** One window of samples, −1 to 1; returns its level. */
  add(samples) {
    let power = 0;
    for (const sample of samples) {
      power += sample * sample;
      const size = Math.abs(sample);
      if (size > this.#peak) this.#peak = size;
      if (size >= FULL) this.#clipped += 1;
    }
    this.#samples += samples.length;
    this.#windows.push(power / Math.max(1, samples.length));
    return decibels(Math.sqrt(this.#windows.at(-1)));
  }

  /** `{levelDb, peakDb, clippedShare}`: how loud it is while there is something to hear. */
  figures() {
    const loudest = Math.max(0, ...this.#windows);
    const active = this.#windows.filter((power) => power > 0 && power >= loudest / 10 ** (MARGIN_DB / 10));
    const mean = active.reduce((sum, power) => sum + power, 0) / Math.max(1, active.length);
    return { levelDb: decibels(Math.sqrt(mean)), peakDb: decibels(this.#peak), clippedShare: this.#clipped / Math.max(1, this.#samples) };
  }
}

function decibels(size) {
  return Math.min(0, Math.max(SILENCE_DB, size > 0 ? Math.round(200 * Math.log10(size)) / 10 : SILENCE_DB));
}

/** Mean luma of RGBA bytes, 0 black to 1 white, weighted as in ITU-R BT.709. */
export function brightnessOf(rgba) {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += 0.2126 * rgba[i] + 0.7152 * rgba[i + 1] + 0.0722 * rgba[i + 2];
  return rgba.length ? sum / (rgba.length / 4) / 255 : 0;
}
