import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import type { LocalExercise, Replog, ReplogStorage } from '../types.ts'
import { fetchPages } from './fetch-pages.ts'
import { type NamedExercise, nameFromId, toNamedExercise } from './named-exercise.ts'
import { catalogueIn } from './stored-catalogue.ts'

/** An exercise in full: a built-in one, or the user's own. */
export type KnownExercise = Schemas['Exercise'] | LocalExercise

/** The options of `openCatalogue`. */
export interface CatalogueOptions {
  /** The storage for the catalogue, about 700 kB of text. All users of the device share it. */
  readonly storage: ReplogStorage
  /** Whether it fetches changes from the server automatically, once a day. True by default. */
  readonly auto?: boolean
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** The built-in exercises and the user's own, on the device. */
export interface Catalogue {
  /**
   * All exercises, in the order of their names. It is the same object until something changes. Before the first
   * refresh, it has only the user's own exercises.
   */
  list(): readonly NamedExercise[]
  /** An exercise. The user's own are found even if deleted. */
  get(id: string): NamedExercise | undefined
  /** The name of an exercise. While it is unknown, the name is derived from the id. */
  nameOf(exercise: string | { readonly exerciseId: string }): string
  /**
   * The exercises that match a search, best first, as on the server. Among equal matches, the exercises that the user
   * logs most come first, then the most popular ones.
   */
  search(q: string, options?: { readonly limit?: number }): readonly NamedExercise[]
  /** An exercise in full. The first call reads the whole catalogue. */
  details(id: string): Promise<KnownExercise | undefined>
  /** All exercises in full, by id, as input for `replog/training`. Includes deleted ones that the log uses. */
  all(): Promise<ReadonlyMap<string, KnownExercise>>
  /**
   * Fetches changes from the server and stores them. Returns whether there were any. Never rejects.
   */
  refresh(): Promise<boolean>
  /** Calls the listener when exercises have changed. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void
  /** Stops listening. */
  close(): void
}

/** The milliseconds between automatic refreshes. */
const refreshInterval = dayMs

/** Opens the catalogue of the device. Once this resolves, the stored names are available. */
export async function openCatalogue(
  replog: Replog,
  { storage, auto = true, now = Date.now }: CatalogueOptions,
): Promise<Catalogue> {
  const stored = catalogueIn(storage)
  const listeners = new Set<() => void>()
  let builtin = (await stored.names()) ?? []
  let full: Promise<ReadonlyMap<string, Schemas['Exercise']>> | undefined
  let refreshing: Promise<boolean> | undefined

  const notify = () => {
    for (const listener of listeners) queueMicrotask(listener)
  }
  const namesOf = memoized((exercises: readonly LocalExercise[]) => exercises.map(toNamedExercise))
  const ownNames = () => namesOf(replog.exercises.list())
  const layerOfBuiltin = memoized((names: readonly NamedExercise[]) => new ExerciseNames(names))
  const layerOfOwn = memoized((names: readonly NamedExercise[]) => new ExerciseNames(names))
  const byId = memoized(
    (names: readonly NamedExercise[]) => new Map(names.map((exercise) => [exercise.id, exercise])),
  )
  const listOf = memoized((builtIn: readonly NamedExercise[], custom: readonly NamedExercise[]) =>
    Object.freeze([...builtIn, ...custom].sort((a, b) => a.name.localeCompare(b.name, 'en'))),
  )
  const mostUsed = memoized((workouts: ReturnType<Replog['workouts']['list']>) => {
    const uses = new Map<string, number>()
    for (const { exercises } of workouts) {
      for (const { exerciseId } of exercises) uses.set(exerciseId, (uses.get(exerciseId) ?? 0) + 1)
    }
    return [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id)
  })

  const readFull = () => {
    full ??= stored.pages().then((pages) => {
      return new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))
    })
    return full
  }

  const refresh = async () => {
    const before = await stored.pages()
    const pages = await fetchPages(replog.client, before)
    if (pages) {
      const items = pages.flatMap((page) => page.items)
      builtin = items.map(toNamedExercise)
      full = Promise.resolve(new Map(items.map((item) => [item.id, item])))
      notify()
    }
    // If storage is full, the catalogue stays in memory until the page is closed.
    if (pages || before.length > 0) await stored.save(now(), pages, pages && builtin).catch(() => {})
    return pages !== undefined
  }

  const catalogue: Catalogue = {
    list: () => listOf(builtin, ownNames()),
    get(id) {
      const custom = replog.exercises.get(id)
      return custom ? toNamedExercise(custom) : byId(builtin).get(id)
    },
    nameOf(exercise) {
      const id = typeof exercise === 'string' ? exercise : exercise.exerciseId
      return replog.exercises.get(id)?.name ?? byId(builtin).get(id)?.name ?? nameFromId(id)
    },
    search(q, { limit = 50 } = {}) {
      const matches = searchExercises(
        [layerOfBuiltin(builtin), layerOfOwn(ownNames())],
        q,
        mostUsed(replog.workouts.list()),
      )
      return matches.slice(0, limit).flatMap(({ exercise }) => catalogue.get(exercise.id) ?? [])
    },
    details: async (id) => replog.exercises.get(id) ?? (await readFull()).get(id),
    async all() {
      const exerciseById = new Map<string, KnownExercise>(await readFull())
      for (const exercise of replog.exercises.list()) exerciseById.set(exercise.id, exercise)
      for (const { exercises } of replog.workouts.list()) {
        for (const { exerciseId } of exercises) {
          const deleted = exerciseById.has(exerciseId) ? undefined : replog.exercises.get(exerciseId)
          if (deleted) exerciseById.set(exerciseId, deleted)
        }
      }
      return exerciseById
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
    if (now() - (await stored.fetchedAt()) >= refreshInterval) await catalogue.refresh()
  }
  const stopFollowing = replog.subscribe(followOwn(replog, notify))
  if (auto) {
    globalThis.addEventListener?.('online', refreshIfDue)
    void refreshIfDue()
  }
  return catalogue
}

/** Reports changes to the user's own exercises. */
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
  work: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { readonly args: Arguments; readonly result: Result } | undefined
  return (...args) => {
    if (!last?.args.every((arg, index) => arg === args[index])) last = { args, result: work(...args) }
    return last.result
  }
}
