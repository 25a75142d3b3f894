import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import type { Schemas } from '#generated/types.ts'
import type { LocalExercise, Replog, ReplogStorage } from '../types.ts'
import { fetchPages } from './fetch-pages.ts'
import { keptIn } from './kept.ts'
import { type NamedExercise, named, nameFromId } from './named-exercise.ts'

/** An exercise in full: a built-in one, or the user's own. */
export type KnownExercise = Schemas['Exercise'] | LocalExercise

/** How to open a catalogue. */
export interface CatalogueOptions {
  /** Where to store it: about 700 kB of text, shared by all users of the device. */
  readonly storage: ReplogStorage
  /** Whether it asks the server for changes by itself, once a day. True by default. */
  readonly auto?: boolean
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** The built-in exercises and the user's own, on the device. */
export interface Catalogue {
  /**
   * All exercises by name. It is the same object until something changes. Until the first refresh, without a
   * network, it has only the user's own.
   */
  list(): readonly NamedExercise[]
  /** An exercise, even if it is the user's and deleted. */
  get(id: string): NamedExercise | undefined
  /** The name of an exercise; derived from its id while it is unknown. */
  nameOf(exercise: string | { readonly exerciseId: string }): string
  /**
   * The exercises that a search may mean, best first, as on the server; ties go to what the user logs most, then to what
   * most people do.
   */
  search(q: string, options?: { readonly limit?: number }): readonly NamedExercise[]
  /** An exercise in full. The first call reads the whole catalogue. */
  details(id: string): Promise<KnownExercise | undefined>
  /** All exercises in full, by id, as input for `replog/training`; includes deleted ones that the log uses. */
  all(): Promise<ReadonlyMap<string, KnownExercise>>
  /**
   * Fetches changes from the server and stores them. Resolves to whether there were any; it never rejects.
   */
  refresh(): Promise<boolean>
  /** Calls the listener when exercises have changed. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void
  /** Stops listening. */
  close(): void
}

/** How often the server is asked for changes, in milliseconds. */
const interval = 86_400_000

/** Opens the catalogue of the device. Once this resolves, the stored names are available. */
export async function openCatalogue(
  replog: Replog,
  { storage, auto = true, now = Date.now }: CatalogueOptions,
): Promise<Catalogue> {
  const kept = keptIn(storage)
  const listeners = new Set<() => void>()
  let builtin = (await kept.names()) ?? []
  let full: Promise<ReadonlyMap<string, Schemas['Exercise']>> | undefined
  let refreshing: Promise<boolean> | undefined

  const changed = () => {
    for (const listener of listeners) queueMicrotask(listener)
  }
  const own = memoized((exercises: readonly LocalExercise[]) => exercises.map(named))
  const ownNames = () => own(replog.exercises.list())
  const layerOfBuiltin = memoized((names: readonly NamedExercise[]) => new ExerciseNames(names))
  const layerOfOwn = memoized((names: readonly NamedExercise[]) => new ExerciseNames(names))
  const byId = memoized((names: readonly NamedExercise[]) => new Map(names.map((one) => [one.id, one])))
  const listOf = memoized((names: readonly NamedExercise[], others: readonly NamedExercise[]) =>
    Object.freeze([...names, ...others].sort((a, b) => a.name.localeCompare(b.name, 'en'))),
  )
  const mostUsed = memoized((workouts: ReturnType<Replog['workouts']['list']>) => {
    const uses = new Map<string, number>()
    for (const { exercises } of workouts) {
      for (const { exerciseId } of exercises) uses.set(exerciseId, (uses.get(exerciseId) ?? 0) + 1)
    }
    return [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id)
  })

  const readFull = () => {
    full ??= kept.pages().then((pages) => {
      return new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))
    })
    return full
  }

  const refresh = async () => {
    const before = await kept.pages()
    const pages = await fetchPages(replog.client, before)
    if (pages) {
      const items = pages.flatMap((page) => page.items)
      builtin = items.map(named)
      full = Promise.resolve(new Map(items.map((item) => [item.id, item])))
      changed()
    }
    // If storage is full, it lasts as long as the page.
    if (pages || before.length > 0) await kept.keep(now(), pages, pages && builtin).catch(() => {})
    return pages !== undefined
  }

  const catalogue: Catalogue = {
    list: () => listOf(builtin, ownNames()),
    get(id) {
      const mine = replog.exercises.get(id)
      return mine ? named(mine) : byId(builtin).get(id)
    },
    nameOf(exercise) {
      const id = typeof exercise === 'string' ? exercise : exercise.exerciseId
      return replog.exercises.get(id)?.name ?? byId(builtin).get(id)?.name ?? nameFromId(id)
    },
    search(q, { limit = 50 } = {}) {
      const found = searchExercises(
        [layerOfBuiltin(builtin), layerOfOwn(ownNames())],
        q,
        mostUsed(replog.workouts.list()),
      )
      return found.slice(0, limit).flatMap(({ exercise }) => catalogue.get(exercise.id) ?? [])
    },
    details: async (id) => replog.exercises.get(id) ?? (await readFull()).get(id),
    async all() {
      const all = new Map<string, KnownExercise>(await readFull())
      for (const exercise of replog.exercises.list()) all.set(exercise.id, exercise)
      for (const { exercises } of replog.workouts.list()) {
        for (const { exerciseId } of exercises) {
          const deleted = all.has(exerciseId) ? undefined : replog.exercises.get(exerciseId)
          if (deleted) all.set(exerciseId, deleted)
        }
      }
      return all
    },
    refresh() {
      refreshing ??= refresh()
        .catch(() => false)
        .finally(() => {
          refreshing = undefined
        })
      return refreshing
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stopFollowing()
      globalThis.removeEventListener?.('online', refreshIfDue)
    },
  }
  const refreshIfDue = async () => {
    if (now() - (await kept.askedAt()) >= interval) await catalogue.refresh()
  }
  const stopFollowing = replog.subscribe(followOwn(replog, changed))
  if (auto) {
    globalThis.addEventListener?.('online', refreshIfDue)
    void refreshIfDue()
  }
  return catalogue
}

/** Reports changes of the user's own exercises. */
function followOwn(replog: Replog, changed: () => void): () => void {
  let last = replog.exercises.list()
  return () => {
    const exercises = replog.exercises.list()
    if (exercises === last) return
    last = exercises
    changed()
  }
}

/** Caches the result for the last arguments, compared by identity. */
function memoized<Arguments extends readonly unknown[], Result>(
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | undefined
  return (...given) => {
    if (!last?.given.every((one, index) => one === given[index])) last = { given, result: work(...given) }
    return last.result
  }
}
