const double = new DataView(new ArrayBuffer(8))

// Little-endian numbers, decoded by hand, because creating a `Buffer` or `DataView` for each row takes
// longer than reading its sets.

/** The unsigned number in the two bytes at an offset. */
export function uint16At(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8)
}

/** The unsigned number in the four bytes at an offset. */
export function uint32At(bytes: Uint8Array, offset: number): number {
  return (uint16At(bytes, offset) | (uint16At(bytes, offset + 2) << 16)) >>> 0
}

/** The floating-point number in the eight bytes at an offset. */
export function float64At(bytes: Uint8Array, offset: number): number {
  for (let index = 0; index < 8; index++) double.setUint8(index, bytes[offset + index] ?? 0)
  return double.getFloat64(0, true)
}
