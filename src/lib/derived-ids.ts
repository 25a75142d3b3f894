import { newId } from './new-id.ts'

/** Creates an id for a location in a request, such as `/exercises/0/sets/2`. */
export type IdSource = (location: string) => string

/** A new id for every call, whatever the location. */
export const randomIds: IdSource = () => newId()

/**
 * Ids that depend only on the seed and the location: a request that is sent again gets the same ids, even
 * from a database that was restored from an earlier backup.
 */
export function derivedIds(...seed: readonly string[]): IdSource {
  return (location) => {
    const hash = new Bun.CryptoHasher('sha256').update(JSON.stringify([...seed, location])).digest()
    // A version 8 UUID, whose content is implementation-defined:
    // https://www.rfc-editor.org/rfc/rfc9562#section-5.8
    hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
    hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
    const hex = hash.toString('hex', 0, 16)
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}
