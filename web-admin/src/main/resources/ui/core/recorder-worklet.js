/** Hands what comes in to the page, block by block, with the frame it began at. Runs on the audio thread. */
class Recorder extends AudioWorkletProcessor {
  process([[samples]]) {
    if (samples) this.port.postMessage({ frame: currentFrame, samples: samples.slice() });
    return true;
  }
}

registerProcessor('recorder', Recorder);
