import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { type RememberedLog, rememberedLog } from '#db/lift-memory/remembered-log.ts'
import type { Reader } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import type { MemoryFold } from '#training/lift-state/index.ts'

/** The memory of a user's lifts, and the sets excluded from it. */
export type LiftMemory = Pick<MemoryFold, 'of' | 'doubts'>

interface Cached {
  /** The other inputs of the memory. */
  readonly settings: string
  readonly log: RememberedLog
}

/**
 * Cached memories, and those that are being folded: one per user at a time, shared by concurrent
 * requests.
 */
interface Memories {
  readonly kept: LruMap<string, Cached>
  readonly underway: Map<string, Promise<Cached>>
}

/** Memories are cached for this many users: a few hundred kilobytes each. */
const maxCachedUsers = 32

const memoriesOf = defineProcessState({
  name: 'memories of lifts',
  acrossNodes: "holds: each is kept with the user's seq, which any node's change raises",
  create: (): Memories => ({ kept: new LruMap(maxCachedUsers), underway: new Map() }),
})

/** The memory of a user's lifts, folded from their log up to an instant. */
export async function liftMemory(
  db: Reader,
  user: Profile,
  by = Number.POSITIVE_INFINITY,
): Promise<LiftMemory> {
  const { log } = await memoryNow(db, user, async () => (await findSeq(db, user.id)).seq)
  const last = log.tail.at(-1)?.startedAt ?? log.base?.startedAt ?? Number.NEGATIVE_INFINITY
  // Workouts with dates in the future are rare.
  return last <= by ? log.fold : (await rememberedLog(db, user, log, by)).fold
}

/** The memory of a user's lifts with all changes up to the number `seq`, and perhaps later ones. */
export async function liftMemorySince(db: Reader, user: Profile, seq: number): Promise<LiftMemory> {
  return (await memoryNow(db, user, () => seq)).log.fold
}

async function memoryNow(
  db: Reader,
  user: Profile,
  atLeast: () => number | Promise<number>,
): Promise<Cached> {
  const settings = `${user.timeZone} ${user.dayStartHour}`
  const { kept, underway } = memoriesOf(db)
  const known = () => {
    const last = kept.get(user.id)
    return last?.settings === settings ? last : undefined
  }
  const fold = async (): Promise<Cached> => ({ settings, log: await rememberedLog(db, user, known()?.log) })
  // Not cached inside a transaction, which may be rolled back.
  if (db.isTransaction) return fold()
  const seq = await atLeast()
  const key = `${user.id} ${settings}`
  for (;;) {
    const last = known()
    // A memory with later changes includes those up to now.
    if (last && last.log.seq >= seq) return last
    const shared = underway.get(key)
    if (!shared) break
    // It may have started before the last change; then all waiting requests share the next one.
    await shared.catch(() => undefined)
  }
  const folding = fold()
  underway.set(key, folding)
  try {
    const done = await folding
    kept.set(user.id, done)
    return done
  } finally {
    underway.delete(key)
  }
}

/** A user's last memory, as a starting point. */
export function lastRemembered(db: Reader, userId: string): RememberedLog | undefined {
  return memoriesOf(db).kept.get(userId)?.log
}
