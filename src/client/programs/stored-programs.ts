import type { ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import type { ReplogStorage } from '../types.ts'

type Program = Schemas['Program']

/** The programs from the server that this device stores: built-in ones, and earlier revisions that runs follow. */
export interface StoredPrograms {
  /** The built-in programs, by name. */
  builtIn(): readonly Program[]
  /** A program at a revision, or as it was last received. */
  get(id: string, revision?: number): Program | undefined
  /** Stores the current state of a program, because a run follows it. */
  save(program: Program): Promise<void>
  /** Fetches the built-in programs that have changed. Resolves to whether there were any; rejects as `fetch` does. */
  fetchBuiltIn(client: ReplogClient): Promise<boolean>
  /** Fetches a program at a revision. Resolves to whether it exists. */
  fetch(client: ReplogClient, id: string, revision: number): Promise<boolean>
}

const prefix = 'programs/'

/** Loads the programs in a storage. Unreadable ones count as missing and are fetched again. */
export async function storedPrograms(storage: ReplogStorage): Promise<StoredPrograms> {
  const cached = new Map<string, Program>()
  for (const [key, text] of await storage.load(prefix)) {
    const program = parse(text)
    if (program) cached.set(key, program)
  }
  const keyOf = (id: string, revision: number) => `${prefix}${id}/${revision}`
  const latest = (id: string) =>
    [...cached.values()].reduce<Program | undefined>(
      (best, program) => (program.id === id && program.revision > (best?.revision ?? 0) ? program : best),
      undefined,
    )
  const saveAll = async (programs: readonly Program[]) => {
    const texts = programs.map(
      (program) => [keyOf(program.id, program.revision), JSON.stringify(program)] as const,
    )
    for (const program of programs) cached.set(keyOf(program.id, program.revision), program)
    // If storage is full, the programs stay in memory until the page is closed.
    await storage.write(new Map(texts)).catch(() => {})
    return programs.length > 0
  }
  const read = async (client: ReplogClient, id: string, revision: number) => {
    const { data } = await client.GET('/api/programs/{id}', { params: { path: { id }, query: { revision } } })
    return data
  }
  return {
    builtIn() {
      const ids = new Set(Array.from(cached.values(), ({ source, id }) => (source === 'builtin' ? id : '')))
      return [...ids].flatMap((id) => latest(id) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    },
    get(id, revision) {
      // Only the latest revision of a built-in program exists: runs of an earlier revision continue with the latest.
      const newest = latest(id)
      if (revision === undefined || newest?.source === 'builtin') return newest
      return cached.get(keyOf(id, revision))
    },
    async save(program) {
      await saveAll([program])
    },
    async fetchBuiltIn(client) {
      const { data } = await client.GET('/api/programs', {
        params: { query: { source: 'builtin', limit: 200 } },
      })
      const changed = data?.items.filter(({ id, revision }) => latest(id)?.revision !== revision) ?? []
      const programs = await Promise.all(changed.map(({ id, revision }) => read(client, id, revision)))
      return saveAll(programs.flatMap((program) => program ?? []))
    },
    async fetch(client, id, revision) {
      const program = await read(client, id, revision)
      // For a built-in program, or one whose history was cleared, the server returns the latest state, which is stored
      // as the requested revision.
      return program ? saveAll([{ ...program, revision }]) : false
    },
  }
}

function parse(text: string): Program | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // The text was cut off.
  }
}
