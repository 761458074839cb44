/**
 * What Bluetooth sensors send, read from a DataView. Layouts: Bluetooth SIG, GATT Specification Supplement (heart rate
 * measurement 0x2A37, CSC measurement 0x2A5B, cycling power measurement 0x2A63, indoor bike data 0x2AD2). A packet too
 * short for what its flags promise gives nothing.
 */

/** Services and the characteristics that notify, by the numbers a browser knows them by. */
export const SENSORS = {
  strap: [{ service: 0x180d, characteristic: 0x2a37, read: heartRate }],
  bike: [
    { service: 0x1826, characteristic: 0x2ad2, read: indoorBike },
    { service: 0x1818, characteristic: 0x2a63, read: cyclingPower },
    { service: 0x1816, characteristic: 0x2a5b, read: speedAndCadence },
  ],
};

/** `{hr}` in beats per minute; a strap that has lost the skin says 0, which is no heart rate. */
export function heartRate(view) {
  return safely(() => {
    const hr = view.getUint8(0) & 1 ? view.getUint16(1, true) : view.getUint8(1);
    return hr >= 25 && hr <= 250 ? { hr } : {};
  });
}

/** `{power}` in watts and `{crank}`: revolutions and the time of the last, for `cadenceOf`. */
export function cyclingPower(view) {
  return safely(() => {
    const flags = view.getUint16(0, true);
    let at = 4;
    if (flags & 0x01) at += 1;
    if (flags & 0x04) at += 2;
    if (flags & 0x10) at += 6;
    const crank = flags & 0x20 ? crankAt(view, at) : {};
    return { power: clamp(view.getInt16(2, true), 0, 3000), ...crank };
  });
}

/** `{crank}` as above. */
export function speedAndCadence(view) {
  return safely(() => {
    const flags = view.getUint8(0);
    return flags & 2 ? crankAt(view, flags & 1 ? 7 : 1) : {};
  });
}

/** `{cadence, power, hr}`, those the machine measures. */
export function indoorBike(view) {
  return safely(() => {
    const flags = view.getUint16(0, true);
    let at = 2;
    const skip = (present, bytes) => {
      const here = at;
      if (present) at += bytes;
      return present ? here : null;
    };
    skip(!(flags & 0x0001), 2);
    skip(flags & 0x0002, 2);
    const cadence = skip(flags & 0x0004, 2);
    skip(flags & 0x0008, 2);
    skip(flags & 0x0010, 3);
    skip(flags & 0x0020, 2);
    const power = skip(flags & 0x0040, 2);
    skip(flags & 0x0080, 2);
    skip(flags & 0x0100, 5);
    const hr = skip(flags & 0x0200, 1);
    const beats = hr === null ? 0 : view.getUint8(hr);
    return {
      ...(cadence === null ? {} : { cadence: clamp(Math.round(view.getUint16(cadence, true) / 2), 0, 300) }),
      ...(power === null ? {} : { power: clamp(view.getInt16(power, true), 0, 3000) }),
      ...(beats >= 25 && beats <= 250 ? { hr: beats } : {}),
    };
  });
}

/** Turns what a crank counted into revolutions a minute. Both counters wrap at 65,536; the time is in 1/1024 s. */
export class Crank {
  #before = null;

  /** Cadence, or null while it cannot be told: the first packet, or one without a new revolution. */
  cadenceOf({ revolutions, at }) {
    const before = this.#before;
    this.#before = { revolutions, at };
    if (!before) return null;
    const turns = (revolutions - before.revolutions) & 0xffff;
    const time = (at - before.at) & 0xffff;
    if (!turns || !time) return null;
    const rpm = Math.round((turns * 60 * 1024) / time);
    return rpm <= 300 ? rpm : null;
  }
}

function crankAt(view, at) {
  return { crank: { revolutions: view.getUint16(at, true), at: view.getUint16(at + 2, true) } };
}

function safely(read) {
  try {
    return read();
  } catch (short) {
    if (short instanceof RangeError) return {};
    throw short;
  }
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
