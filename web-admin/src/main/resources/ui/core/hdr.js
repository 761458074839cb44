const COMPRESSED = 0x1c849304;
const PLAIN = 0x1c849303;
const HEADER = 40;

/**
 * Reads a HdrHistogram (V2, compressed, base64) as `[{value, count}]`, lowest value first, values in the unit recorded.
 * The layout is that of HdrHistogram's encodeIntoCompressedByteBuffer; a histogram of another kind is refused.
 */
export async function readHistogram(base64) {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const outer = new DataView(packed.buffer);
  if ((outer.getInt32(0) & ~0xf0) !== COMPRESSED) throw new Error('Not a compressed HdrHistogram.');
  const plain = new Uint8Array(await inflate(packed.subarray(8, 8 + outer.getInt32(4))));
  const view = new DataView(plain.buffer);
  if ((view.getInt32(0) & ~0xf0) !== PLAIN) throw new Error('Not a HdrHistogram of version 2.');
  const layout = layoutOf(view.getInt32(12), Number(view.getBigInt64(16)));
  return counts(plain.subarray(HEADER, HEADER + view.getInt32(4))).map(([index, count]) => ({ value: valueAt(index, layout), count }));
}

/** Gathers values into buckets `[{from, to, count}]` of doubling edges that start at `first`. */
export function bucketsOf(values, first = 1) {
  const buckets = [];
  for (const { value, count } of values) {
    const n = value < first ? 0 : Math.floor(Math.log2(value / first)) + 1;
    while (buckets.length <= n) buckets.push({ from: buckets.length === 0 ? 0 : first * 2 ** (buckets.length - 1), to: first * 2 ** buckets.length, count: 0 });
    buckets[n].count += count;
  }
  return buckets;
}

function inflate(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}

function layoutOf(digits, lowest) {
  const magnitude = Math.ceil(Math.log2(2 * 10 ** digits));
  return { half: magnitude - 1, halfCount: 2 ** (magnitude - 1), unit: Math.floor(Math.log2(lowest)) };
}

function valueAt(index, { half, halfCount, unit }) {
  let bucket = Math.floor(index / 2 ** half) - 1;
  let sub = (index % halfCount) + halfCount;
  if (bucket < 0) {
    sub -= halfCount;
    bucket = 0;
  }
  return sub * 2 ** (bucket + unit);
}

/** ZigZag LEB128: a positive number is a count, a negative one that many empty places. */
function counts(bytes) {
  const found = [];
  let index = 0;
  for (let at = 0; at < bytes.length; ) {
    let raw = 0n;
    let shift = 0n;
    for (let n = 0; ; n += 1) {
      const byte = BigInt(bytes[at++]);
      raw |= (n < 8 ? byte & 0x7fn : byte) << shift;
      if (n === 8 || byte < 0x80n) break;
      shift += 7n;
    }
    const number = Number((raw >> 1n) ^ -(raw & 1n));
    if (number > 0) found.push([index, number]);
    index += number < 0 ? -number : 1;
  }
  return found;
}
