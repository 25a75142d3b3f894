/** A new id: a UUID of version 7, so that ids sort as they were made. */
export function newId(): string {
  return Bun.randomUUIDv7()
}
