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
  const start = JSON.stringify(seed).slice(0, -1)
  return (location) => {
    const hex = Bun.CryptoHasher.hash('sha256', `${start},${JSON.stringify(location)}]`, 'hex')
    // A version 8 UUID, whose content is implementation-defined:
    // https://www.rfc-editor.org/rfc/rfc9562#section-5.8
    const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      variant + hex.slice(17, 20),
      hex.slice(20, 32),
    ].join('-')
  }
}
