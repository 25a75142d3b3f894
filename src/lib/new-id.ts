/** Generates a version 7 UUID, so that ids sort by creation time. */
export function newId(): string {
  return Bun.randomUUIDv7()
}
