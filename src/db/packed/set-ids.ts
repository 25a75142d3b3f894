import { bytesOfUuid, charactersOfUuid, hyphensBefore, writeUuidText } from '#lib/uuid-text.ts'

/** By number of bytes: the length of the text of that many leading bytes of an id. */
const charactersOf = Array.from({ length: bytesOfUuid + 1 }, (_, bytes) => {
  let characters = 2 * bytes
  for (let index = 0; index < bytes; index++) if ((hyphensBefore >> index) & 1) characters++
  return characters
})

let scratch = Buffer.alloc(200 * charactersOfUuid)

/**
 * The ids of all packed sets of a workout, in order. They are written to one flat string and then sliced, which is
 * several times faster than joining the five parts of each id.
 */
export function idTexts(bytes: Uint8Array, workoutId: string, count: number): string[] {
  const length = count * charactersOfUuid
  if (scratch.length < length) scratch = Buffer.alloc(length)
  let end = 0
  for (let index = 0; index < count; index++) end = writeId(bytes, workoutId, index, end)
  const texts = scratch.toString('latin1', 0, end)
  const ids: string[] = []
  for (let start = 0; start < end; start += charactersOfUuid)
    ids.push(texts.slice(start, start + charactersOfUuid))
  return ids
}

/** The id of the packed set with this index in a workout. */
export function idText(bytes: Uint8Array, workoutId: string, index: number): string {
  return scratch.toString('latin1', 0, writeId(bytes, workoutId, index, 0))
}

function writeId(bytes: Uint8Array, workoutId: string, index: number, start: number): number {
  const shared = Math.min(bytes[0] ?? 0, bytesOfUuid)
  const characters = charactersOf[shared] ?? 0
  for (let at = 0; at < characters; at++) scratch[start + at] = workoutId.charCodeAt(at)
  const offset = bytes.length - (index + 1) * (bytesOfUuid - shared)
  return writeUuidText(bytes, offset, shared, scratch, start + characters)
}

/** The number of leading bytes that the ids of all these sets share with the id of their workout. */
export function sharedBytesOf(
  workoutId: string,
  exercises: readonly { readonly sets: readonly { readonly id: string }[] }[],
): number {
  let prefix = workoutId
  for (const { sets } of exercises)
    for (const { id } of sets) if (!id.startsWith(prefix)) prefix = sharedStart(id, prefix)
  let shared = bytesOfUuid
  while ((charactersOf[shared] ?? 0) > prefix.length) shared--
  return shared
}

function sharedStart(a: string, b: string): string {
  let length = 0
  while (length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return b.slice(0, length)
}

/** The values of hexadecimal digits by their character codes. */
const valueOfDigit = new Uint8Array(128)
for (const [value, digit] of [...'0123456789abcdef'].entries()) valueOfDigit[digit.charCodeAt(0)] = value

/** Writes the bytes of an id, a UUID in lowercase, from the byte `from` on. Returns their end. */
export function packIdEnd(id: string, from: number, bytes: Uint8Array, start: number): number {
  let at = charactersOf[from] ?? 0
  let end = start
  for (let index = from; index < bytesOfUuid; index++) {
    if ((hyphensBefore >> index) & 1) at++
    const high = valueOfDigit[id.charCodeAt(at++)] ?? 0
    bytes[end++] = (high << 4) | (valueOfDigit[id.charCodeAt(at++)] ?? 0)
  }
  return end
}
