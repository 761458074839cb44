import { chirp, CLICK_TIMES, deviceOf, RECORDING_S, roundTripOf, TAP_CLICKS, TAP_EVERY_MS } from '../core/calibration.js';

/** The recorder beside the page's own files, which carry their hash in the path. */
const WORKLET = new URL('../core/recorder-worklet.js', import.meta.url).href;
/** What a microphone takes where the browser does not say, ms: one block of 10 ms, as is usual. */
const USUAL_INPUT_MS = 10;
/** Clicks begin so long after they are asked for, s. */
const AHEAD_S = 0.25;
const LOUDNESS = 0.6;

/** What the browser says plays by default: `{name, bluetooth}`. Names are told only to a page that may hear. */
export async function outputDevice() {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
  const outputs = devices.filter(({ kind }) => kind === 'audiooutput');
  return deviceOf((outputs.find(({ deviceId }) => deviceId === 'default') ?? outputs[0])?.label);
}

/** What the browser knows of the way from a sound's place on the audio clock to the ear, ms; sounds are laid by it (parts/sound.js). */
export function accountedMs(audio) {
  const { contextTime, performanceTime } = audio.getOutputTimestamp?.() ?? {};
  if (!performanceTime) return 0;
  return Math.max(0, (audio.currentTime - contextTime) * 1000 - (performance.now() - performanceTime));
}

/**
 * The delay of sound. With a microphone (`stream`) clicks are played and looked for in what it hears; without one, or when they
 * are not found, it is the browser's word: `{figures, known, inputMs, heard}`, where `inputMs` is the estimated part of a round
 * trip and `known` what the browser accounts for.
 */
export async function checkAudio({ audio, stream, progress }) {
  const device = await outputDevice();
  const reported = Math.round(((audio.baseLatency ?? 0) + (audio.outputLatency ?? 0)) * 10000) / 10;
  const known = accountedMs(audio);
  const found = stream ? await roundTrip(audio, stream, progress).catch(() => null) : null;
  const about = { device: device.name, bluetooth: device.bluetooth };
  if (!found) return { figures: { how: 'REPORTED', outputMs: reported, roundTripMs: null, ...about }, known, inputMs: 0, heard: 0 };
  const latency = stream.getAudioTracks()[0].getSettings().latency;
  const inputMs = Math.min(found.delayMs, latency ? latency * 1000 : USUAL_INPUT_MS);
  const outputMs = tenth(found.delayMs - inputMs);
  return { figures: { how: 'MEASURED', outputMs, roundTripMs: Math.max(outputMs, tenth(found.delayMs)), ...about }, known, inputMs: tenth(inputMs), heard: found.heard };
}

async function roundTrip(audio, stream, progress) {
  await audio.audioWorklet.addModule(WORKLET);
  const source = audio.createMediaStreamSource(stream);
  const recorder = new AudioWorkletNode(audio, 'recorder', { numberOfInputs: 1, numberOfOutputs: 0 });
  const blocks = [];
  recorder.port.onmessage = ({ data }) => blocks.push(data);
  source.connect(recorder);
  const begin = audio.currentTime + AHEAD_S;
  const clicks = CLICK_TIMES.map((time) => click(audio, begin + time));
  while (audio.currentTime < begin + RECORDING_S && audio.state === 'running') {
    await new Promise((done) => setTimeout(done, 50));
    progress(Math.min(1, Math.max(0, (audio.currentTime - begin) / RECORDING_S)));
  }
  source.disconnect();
  recorder.port.onmessage = null;
  clicks.forEach((one) => one.disconnect());
  return roundTripOf(laidOut(blocks, Math.round(begin * audio.sampleRate), Math.round(RECORDING_S * audio.sampleRate)), audio.sampleRate);
}

/** Blocks where they belong, silence where one is missing. */
function laidOut(blocks, from, length) {
  const samples = new Float32Array(length);
  for (const { frame, samples: block } of blocks) {
    const at = frame - from;
    if (at >= 0 && at + block.length <= length) samples.set(block, at);
  }
  return samples;
}

function click(audio, when) {
  const shape = chirp(audio.sampleRate);
  const buffer = new AudioBuffer({ length: shape.length, sampleRate: audio.sampleRate });
  buffer.copyToChannel(shape, 0);
  const source = new AudioBufferSourceNode(audio, { buffer });
  const gain = new GainNode(audio, { gain: LOUDNESS });
  source.connect(gain).connect(audio.destination);
  source.start(when);
  return gain;
}

/** Plays the clicks to tap along with; returns when each should be heard by what the browser knows, in ms of `performance.now()`. */
export function playBeat(audio) {
  const begin = audio.currentTime + AHEAD_S * 2;
  const heardAt = performance.now() + accountedMs(audio) + (begin - audio.currentTime) * 1000;
  return Array.from({ length: TAP_CLICKS }, (_, i) => {
    click(audio, begin + (i * TAP_EVERY_MS) / 1000);
    return heardAt + i * TAP_EVERY_MS;
  });
}

function tenth(ms) {
  return Math.round(ms * 10) / 10;
}
