import type { Schemas } from '#generated/types.ts'
import type { ReplogStorage } from '../types.ts'
import type { NamedExercise } from './named-exercise.ts'

/** A page of `GET /api/exercises` as it was last received. */
export interface Page {
  readonly etag: string
  readonly items: readonly Schemas['Exercise'][]
  readonly nextCursor?: string | undefined
}

/** The stored catalogue. Names are stored separately, since they are needed first. */
export interface StoredCatalogue {
  /** The names, or undefined if none are stored in this format. */
  names(): Promise<readonly NamedExercise[] | undefined>
  /** The time of the last refresh, in milliseconds since 1970. */
  fetchedAt(): Promise<number>
  pages(): Promise<readonly Page[]>
  /** Rejects if the storage can't write. */
  save(fetchedAt: number, pages?: readonly Page[], names?: readonly NamedExercise[]): Promise<void>
}

/** The version of the storage format. */
const version = 1

/** The name under which devices have stored the time of the last refresh. */
const fetchedAtKey = 'asked-at'

/** The catalogue in a storage. Unreadable parts count as missing and are fetched again. */
export function catalogueIn(storage: ReplogStorage): StoredCatalogue {
  const read = async (key: string): Promise<unknown> => {
    try {
      const { v, value } = JSON.parse((await storage.read(`catalogue/${key}`)) ?? '{}')
      return v === version ? value : undefined
    } catch {
      // The text was cut off, or the storage can't be read.
    }
  }
  const entry = (key: string, value: unknown) =>
    value === undefined ? [] : [[`catalogue/${key}`, JSON.stringify({ v: version, value })] as const]
  return {
    // Only `save` writes these, so they have its types.
    names: async () => (await read('names')) as readonly NamedExercise[] | undefined,
    fetchedAt: async () => Number(await read(fetchedAtKey)) || 0,
    pages: async () => ((await read('pages')) as readonly Page[] | undefined) ?? [],
    async save(fetchedAt, pages, names) {
      await storage.write(
        new Map([...entry(fetchedAtKey, fetchedAt), ...entry('pages', pages), ...entry('names', names)]),
      )
    },
  }
}
