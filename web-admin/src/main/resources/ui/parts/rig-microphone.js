import { Levels } from '../core/levels.js';
import { mustSee } from '../core/preflight.js';

const LISTEN_MS = 4000;
const WINDOW_MS = 40;
/** As it comes: what a browser does to make speech clearer would hide how loud it is, and would take our own clicks away. */
const RAW = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Opens the microphone and listens for four seconds: `{figures, stream}`; `meter` is told every level in dB. */
export async function checkMicrophone({ audio, progress, meter }) {
  mustSee({ secure: isSecureContext, mediaDevices: navigator.mediaDevices });
  const stream = await navigator.mediaDevices.getUserMedia({ audio: RAW });
  const source = audio.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(audio, { fftSize: 2048, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const levels = new Levels();
  const window = new Float32Array(analyser.fftSize);
  for (let passed = 0; passed < LISTEN_MS; passed += WINDOW_MS) {
    await new Promise((done) => setTimeout(done, WINDOW_MS));
    analyser.getFloatTimeDomainData(window);
    meter(levels.add(window));
    progress((passed + WINDOW_MS) / LISTEN_MS);
  }
  source.disconnect();
  return { figures: levels.figures(), stream };
}
