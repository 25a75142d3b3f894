import { newId } from './new-id.ts'
import { charactersOfUuid, writeUuidText } from './uuid-text.ts'

/** Creates an id for a location in a request, such as `/exercises/0/sets/2`. */
export type IdSource = (location: string) => string

/** A new id for every call, whatever the location. */
export const randomIds: IdSource = () => newId()

const hash = Buffer.alloc(32)
const text = Buffer.alloc(charactersOfUuid)

/**
 * Ids that depend only on the seed and the location: a request that is sent again gets the same ids, even
 * from a database that was restored from an earlier backup.
 */
export function derivedIds(...seed: readonly string[]): IdSource {
  const start = JSON.stringify(seed).slice(0, -1)
  return (location) => {
    Bun.SHA256.hash(`${start},${JSON.stringify(location)}]`, hash)
    // A version 8 UUID, whose content is implementation-defined:
    // https://www.rfc-editor.org/rfc/rfc9562#section-5.8
    hash[6] = 0x80 | ((hash[6] ?? 0) & 0x0f)
    hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f)
    writeUuidText(hash, 0, 0, text, 0)
    return text.toString('latin1')
  }
}
