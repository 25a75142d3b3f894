import type { ExerciseNames, NameableExercise } from '#catalogue/names/exercise-names.ts'
import { LruMap } from '#lib/lru-map.ts'
import { defineProcessState } from '../engine/process/state.ts'
import type { Reader } from '../schema/index.ts'
import type { ListedExercise } from './list.ts'
import type { CandidateRow, ExerciseFactsRow, ExerciseRow } from './rows.ts'

/** A built-in exercise, which all users share, with its names. */
export interface SharedNameable extends NameableExercise {
  readonly nameKey: string
  readonly source: 'builtin'
}

/** The names of a user's own exercises, as of their last change. */
interface OwnNames {
  /** The highest `seq` of the exercises. */
  readonly seq: number
  readonly names: ExerciseNames
}

/** The maximum number of users whose own names are cached. The names of 500 exercises take about 0.7 MB. */
const maxUsersWithNames = 50

/** The cached shared (built-in) exercises, and the cached names of users' own exercises. */
export interface SharedExercises {
  /** All shared exercises, as candidates for recommendations; set on first use. */
  candidates?: readonly CandidateRow[]
  /** All shared exercises with their names; set on first use. */
  nameable?: Promise<readonly SharedNameable[]>
  /** The names of all shared exercises, for search; set on first use. */
  names?: Promise<ExerciseNames>
  /** The names of users' own exercises, by user. */
  readonly ownNames: LruMap<string, OwnNames>
  readonly rows: Map<string, ExerciseRow>
  readonly facts: Map<string, ExerciseFactsRow>
}

const cacheOf = defineProcessState({
  name: 'shared exercises',
  acrossNodes: 'an update of the catalogue clears it only on the updating node; the others must restart',
  create: (): { current?: SharedExercises } => ({}),
})

/**
 * The cache of shared exercises. They don't change while a server is running, except when a new version's
 * catalogue is seeded, which clears the cache; catalogue imports require that no server is running.
 * Without the cache, reading them took a third of the time of a response with an exercise (6 of 19 µs),
 * and a sixth of one with a workout.
 */
export function sharedExercisesOf(reader: Reader): SharedExercises {
  const cache = cacheOf(reader)
  cache.current ??= { ownNames: new LruMap(maxUsersWithNames), rows: new Map(), facts: new Map() }
  return cache.current
}

/** Clears the cache after a change to the catalogue. */
export function clearSharedExercises(reader: Reader): void {
  delete cacheOf(reader).current
}

/**
 * The cached row of a listed built-in exercise, which is added to the cache if necessary. Rows of custom exercises are
 * returned unchanged.
 */
export function sharedRow(reader: Reader, listed: ListedExercise): ExerciseRow {
  if (listed.userId !== null) return listed
  const { rows } = sharedExercisesOf(reader)
  const cached = rows.get(listed.id)
  if (cached) return cached
  const { value: _, ...row } = listed
  rows.set(row.id, Object.freeze(row))
  return row
}
