/** The maximum size of a number, which is at most 2⁵³. */
export const maxBytesOfNumber = 8

/** Writes a whole number, 0 or more, as unsigned LEB128. Returns its end. */
export function writeNumber(bytes: Uint8Array, start: number, value: number): number {
  if (value < 128) {
    bytes[start] = value
    return start + 1
  }
  let offset = start
  let rest = value
  while (rest >= 128) {
    bytes[offset++] = (rest & 127) | 128
    rest = Math.floor(rest / 128)
  }
  bytes[offset++] = rest
  return offset
}

/** Writes a whole number, 0 or more, in fewer bytes if it is a multiple of `step`. Returns its end. */
export function writeScaled(bytes: Uint8Array, start: number, value: number, step: number): number {
  return writeNumber(bytes, start, value % step === 0 ? (value / step) * 2 : value * 2 + 1)
}

/** Like `writeScaled`, for a number that may be negative. */
export function writeSigned(bytes: Uint8Array, start: number, value: number, step: number): number {
  const isMultiple = value % step === 0
  const number = isMultiple ? value / step : value
  const unsigned = number < 0 ? -2 * number - 1 : 2 * number
  return writeNumber(bytes, start, isMultiple ? unsigned * 2 : unsigned * 2 + 1)
}
