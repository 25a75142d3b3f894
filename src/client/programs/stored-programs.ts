import type { ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import type { ReplogStorage } from '../types.ts'

type Program = Schemas['Program']

/** Programs received from the server and stored on this device: built-in ones, and earlier revisions that runs follow. */
export interface StoredPrograms {
  /** The built-in programs, by name. */
  builtIn(): readonly Program[]
  /** A program at a revision, or as it was last received. */
  get(id: string, revision?: number): Program | undefined
  /** Stores a program in its current state, because a run follows it. */
  keep(program: Program): Promise<void>
  /** Fetches the built-in programs that have changed. Rejects as `fetch` does. */
  fetchBuiltIn(client: ReplogClient): Promise<boolean>
  /** Fetches a program at a revision. */
  fetch(client: ReplogClient, id: string, revision: number): Promise<boolean>
}

const prefix = 'programs/'

/** The programs in a storage. What can't be read counts as missing and is fetched again. */
export async function openStoredPrograms(storage: ReplogStorage): Promise<StoredPrograms> {
  const known = new Map<string, Program>()
  for (const [key, text] of await storage.load(prefix)) {
    const program = parsed(text)
    if (program) known.set(key, program)
  }
  const keyOf = (id: string, revision: number) => `${prefix}${id}/${revision}`
  const latest = (id: string) =>
    [...known.values()].reduce<Program | undefined>(
      (best, program) => (program.id === id && program.revision > (best?.revision ?? 0) ? program : best),
      undefined,
    )
  const storeAll = async (programs: readonly Program[]) => {
    const texts = programs.map(
      (program) => [keyOf(program.id, program.revision), JSON.stringify(program)] as const,
    )
    for (const program of programs) known.set(keyOf(program.id, program.revision), program)
    // If the storage is full, they last as long as the page.
    await storage.write(new Map(texts)).catch(() => {})
    return programs.length > 0
  }
  const read = async (client: ReplogClient, id: string, revision: number) => {
    const { data } = await client.GET('/api/programs/{id}', { params: { path: { id }, query: { revision } } })
    return data
  }
  return {
    builtIn() {
      const ids = new Set(
        Array.from(known.values(), (program) => (program.source === 'builtin' ? program.id : '')),
      )
      return [...ids].flatMap((id) => latest(id) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    },
    get(id, revision) {
      // A built-in program has only its latest numbers: runs of an earlier revision go on with them.
      const newest = latest(id)
      if (revision === undefined || newest?.source === 'builtin') return newest
      return known.get(keyOf(id, revision))
    },
    async keep(program) {
      await storeAll([program])
    },
    async fetchBuiltIn(client) {
      const { data } = await client.GET('/api/programs', {
        params: { query: { source: 'builtin', limit: 200 } },
      })
      const changed = data?.items.filter(({ id, revision }) => latest(id)?.revision !== revision) ?? []
      const programs = await Promise.all(changed.map(({ id, revision }) => read(client, id, revision)))
      return storeAll(programs.flatMap((program) => program ?? []))
    },
    async fetch(client, id, revision) {
      const program = await read(client, id, revision)
      // The server has no older state of a built-in program, and none of one whose history it has cleared.
      return program ? storeAll([{ ...program, revision }]) : false
    },
  }
}

function parsed(text: string): Program | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // It was cut off.
  }
}
