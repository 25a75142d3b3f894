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
export interface Kept {
  /** The names; undefined if none are stored in this format. */
  names(): Promise<readonly NamedExercise[] | undefined>
  /** When the server was last asked, in milliseconds since 1970. */
  askedAt(): Promise<number>
  pages(): Promise<readonly Page[]>
  /** Throws as storages do. */
  keep(askedAt: number, pages?: readonly Page[], names?: readonly NamedExercise[]): Promise<void>
}

/** The version of the storage format. */
const version = 1

/** The catalogue in a storage. Unreadable parts count as missing and are fetched again. */
export function keptIn(storage: ReplogStorage): Kept {
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
    // Only `keep` writes these.
    names: async () => (await read('names')) as readonly NamedExercise[] | undefined,
    askedAt: async () => Number(await read('asked-at')) || 0,
    pages: async () => ((await read('pages')) as readonly Page[] | undefined) ?? [],
    async keep(askedAt, pages, names) {
      await storage.write(
        new Map([...entry('asked-at', askedAt), ...entry('pages', pages), ...entry('names', names)]),
      )
    },
  }
}
