import type { Profile } from '#db/accounts/users.ts'
import type { SavedPackedWorkout } from '#db/lift-memory/continue-log.ts'
import { foldUpTo } from '#db/lift-memory/fold-up-to.ts'
import type { Reader } from '#db/schema/index.ts'
import { type LoggedSet, type LoggedTraining, listLoggedTraining } from '#db/training-log/training-log.ts'
import type { Instants } from '#db/values/instant.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { doubtsInSaved, type LiftMemory, liftMemory, liftMemorySince } from './lift-memory.ts'
import { isRecent } from './recent.ts'
import { hasStoredCheckpoint } from './store-memory.ts'

/** Identifies a set, because ids of sets are unique only within a workout. */
interface SetReference {
  readonly workoutId: string
  readonly id: string
}

/** Sets that look like typing errors and were not confirmed. They are excluded from figures. */
export class Doubts {
  readonly sets: readonly DoubtedSet[]
  readonly #byWorkout: ReadonlyMap<string, readonly DoubtedSet[]>

  constructor(sets: readonly DoubtedSet[]) {
    this.sets = sets
    this.#byWorkout = Map.groupBy(sets, ({ workoutId }) => workoutId)
  }

  /** The doubted sets of a workout. */
  of(workoutId: string): readonly DoubtedSet[] {
    return this.#byWorkout.get(workoutId) ?? []
  }

  has({ workoutId, id }: SetReference): boolean {
    return this.of(workoutId).some(({ setId }) => setId === id)
  }

  /** The doubted sets of some exercises. */
  ofExercises(exerciseIds: Iterable<string>): DoubtedSet[] {
    const ids = new Set(exerciseIds)
    return this.sets.filter(({ exerciseId }) => ids.has(exerciseId))
  }
}

const doubtsByMemory = new WeakMap<LiftMemory, Doubts>()

/** The doubted sets of a user. */
export async function doubtsOf(db: Reader, user: Profile): Promise<Doubts> {
  return doubtsIn(await liftMemory(db, user))
}

/**
 * The doubted sets of a user, at least as current as these rows, which were read after the user. Needs no query for the
 * latest change.
 */
export async function doubtsAmong(
  db: Reader,
  user: Profile,
  rows: readonly { readonly seq: number }[],
): Promise<Doubts> {
  const last = rows.reduce((seq, row) => Math.max(seq, row.seq), user.seq)
  return doubtsIn(await liftMemorySince(db, user, last))
}

function doubtsIn(memory: LiftMemory): Doubts {
  const cached = doubtsByMemory.get(memory)
  if (cached) return cached
  const doubts = new Doubts(memory.doubts())
  doubtsByMemory.set(memory, doubts)
  return doubts
}

/**
 * The doubted sets of a workout that was just saved. If it is an old workout, the memory of later ones is folded again
 * only when a figure needs it: later workouts can accept a doubted set, but never cast doubt on an earlier one.
 *
 * @param packed the change of its packed rows, if the transaction saved nothing else
 */
export async function doubtsOfSaved(
  db: Reader,
  user: Profile,
  saved: Pick<StoredWorkout, 'id' | 'startedAt' | 'seq'>,
  packed?: SavedPackedWorkout,
): Promise<readonly DoubtedSet[]> {
  const { id: workoutId, startedAt } = saved
  const doubts =
    packed && !hasStoredCheckpoint(db, user.id, packed) ? doubtsInSaved(db, user, packed) : undefined
  if (doubts) return doubts
  if (!(await isRecent(db, user.id, startedAt))) {
    const fold = await foldUpTo(db, user, { workoutId, startedAt })
    if (fold && !fold.doubts().some((doubted) => doubted.workoutId === workoutId)) return []
  }
  return (await doubtsAmong(db, user, [saved])).of(workoutId)
}

/** The sets that count, and the doubted sets that were removed. */
export interface CountedSets<Row> {
  readonly rows: readonly Row[]
  readonly doubts: readonly DoubtedSet[]
}

/** Removes sets that look like typing errors, which must not count in any figure. Packed workouts have a filter too. */
export async function countedSets<Row extends SetReference>(
  db: Reader,
  user: Profile,
  rows: readonly Row[],
): Promise<CountedSets<Row>> {
  return withoutDoubts(rows, await doubtsOf(db, user))
}

/** A user's training within a time span, without sets that look like typing errors, and those that were removed. */
export async function countedTraining(
  db: Reader,
  user: Profile,
  range: Instants,
): Promise<CountedSets<LoggedSet> & Pick<LoggedTraining, 'workouts'>> {
  const { sets, workouts, seq } = await listLoggedTraining(db, user.id, range)
  const doubts = doubtsIn(await liftMemorySince(db, user, seq))
  return { ...withoutDoubts(sets, doubts), workouts }
}

/** Removes doubted sets. */
export function withoutDoubts<Row extends SetReference>(
  rows: readonly Row[],
  doubts: Doubts,
): CountedSets<Row> {
  if (doubts.sets.length === 0) return { rows, doubts: [] }
  const keptRows: Row[] = []
  const removed: DoubtedSet[] = []
  for (const row of rows) {
    const doubted = doubts.of(row.workoutId).find(({ setId }) => setId === row.id)
    if (doubted) removed.push(doubted)
    else keptRows.push(row)
  }
  return { rows: keptRows, doubts: removed }
}
