const double = new DataView(new ArrayBuffer(8))

/**
 * The little-endian floating-point number in the eight bytes at an offset. Read by hand, because creating a `Buffer` or
 * `DataView` for each row takes longer than reading its sets.
 */
export function float64At(bytes: Uint8Array, offset: number): number {
  for (let index = 0; index < 8; index++) double.setUint8(index, bytes[offset + index] ?? 0)
  return double.getFloat64(0, true)
}
