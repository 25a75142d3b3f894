import type { Profile } from '#db/accounts/users.ts'
import { foldUpTo } from '#db/lift-memory/fold-up-to.ts'
import { haveMoreFollowed } from '#db/packed/packed-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { type LiftMemory, lastRemembered, liftMemory, liftMemorySince } from './lift-memory.ts'

/** Identifies a set, since ids of sets are unique only within a workout. */
interface SetPlace {
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

  has({ workoutId, id }: SetPlace): boolean {
    return this.of(workoutId).some(({ setId }) => setId === id)
  }

  /** The doubted sets of some exercises. */
  ofExercises(exerciseIds: Iterable<string>): DoubtedSet[] {
    const wanted = new Set(exerciseIds)
    return this.sets.filter(({ exerciseId }) => wanted.has(exerciseId))
  }
}

const byMemory = new WeakMap<LiftMemory, Doubts>()

/** The doubted sets of a user. */
export async function doubtsOf(db: Reader, user: Profile): Promise<Doubts> {
  return doubtsIn(await liftMemory(db, user))
}

/** The same for some of the user's rows, if they were read after the user, without another query. */
export async function doubtsAmong(
  db: Reader,
  user: Profile,
  rows: readonly { readonly seq: number }[],
): Promise<Doubts> {
  const last = rows.reduce((seq, row) => Math.max(seq, row.seq), user.seq)
  return doubtsIn(await liftMemorySince(db, user, last))
}

function doubtsIn(memory: LiftMemory): Doubts {
  const known = byMemory.get(memory)
  if (known) return known
  const doubts = new Doubts(memory.doubts())
  byMemory.set(memory, doubts)
  return doubts
}

/** The number of last workouts after whose change folding the memory again is cheap. */
const recentWorkouts = 32

/**
 * The doubted sets of a workout that was just saved. After a change far back, the later memory is folded
 * again only when a figure needs it: later workouts can accept a doubted set, but never add a doubt to an
 * earlier one.
 */
export async function doubtsOfSaved(
  db: Reader,
  user: Profile,
  saved: Pick<StoredWorkout, 'id' | 'startedAt' | 'seq'>,
): Promise<readonly DoubtedSet[]> {
  const { id: workoutId, startedAt } = saved
  if (!(await isRecent(db, user.id, startedAt))) {
    const fold = await foldUpTo(db, user, { workoutId, startedAt })
    if (fold && !fold.doubts().some((doubted) => doubted.workoutId === workoutId)) return []
  }
  return (await doubtsAmong(db, user, [saved])).of(workoutId)
}

/**
 * Whether a workout is one of the user's last ones. Queries the database only if the cached memory isn't
 * enough.
 */
async function isRecent(db: Reader, userId: string, startedAt: number): Promise<boolean> {
  const oldest = lastRemembered(db, userId)?.tail.at(-recentWorkouts)?.startedAt
  if (oldest !== undefined && startedAt >= oldest) return true
  return !(await haveMoreFollowed(db, userId, startedAt, recentWorkouts))
}

/** The sets that count, and those that were left out. */
export interface Counted<Row> {
  readonly rows: readonly Row[]
  readonly doubts: readonly DoubtedSet[]
}

/** Leaves out sets that look like typing errors. The sets of every figure must pass through this filter. */
export async function countedSets<Row extends SetPlace>(
  db: Reader,
  user: Profile,
  rows: readonly Row[],
): Promise<Counted<Row>> {
  return withoutDoubts(rows, await doubtsOf(db, user))
}

/** The same with known doubts. */
export function withoutDoubts<Row extends SetPlace>(rows: readonly Row[], doubts: Doubts): Counted<Row> {
  if (doubts.sets.length === 0) return { rows, doubts: [] }
  const counted: Row[] = []
  const left: DoubtedSet[] = []
  for (const row of rows) {
    const doubted = doubts.of(row.workoutId).find(({ setId }) => setId === row.id)
    if (doubted) left.push(doubted)
    else counted.push(row)
  }
  return { rows: counted, doubts: left }
}
