import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import type { SavedPackedWorkout } from '#db/lift-memory/continue-log.ts'
import type { RememberedLog } from '#db/lift-memory/fold-tail.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { foldUnfolded, type UnfoldedLog, withSaved } from '#db/lift-memory/unfolded-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import type { DoubtedSet, MemoryFold } from '#training/lift-state/index.ts'

/** The memory of a user's lifts, and the doubted sets that it excludes. */
export type LiftMemory = Pick<MemoryFold, 'of' | 'doubts'>

interface CachedMemory extends UnfoldedLog {
  /** The other inputs of the memory. */
  readonly settings: string
}

/**
 * Cached memories, and those that are being folded: one per user at a time, shared by concurrent
 * requests.
 */
interface Memories {
  readonly cached: LruMap<string, CachedMemory>
  readonly folding: Map<string, Promise<CachedMemory>>
}

/** Memories are cached for this many users: a few hundred kilobytes each. */
const maxCachedUsers = 32

const memoriesOf = defineProcessState({
  name: 'memories of lifts',
  acrossNodes: "valid: each has the user's seq, which a change on any node raises",
  create: (): Memories => ({ cached: new LruMap(maxCachedUsers), folding: new Map() }),
})

/** The memory of a user's lifts, folded from their log up to an instant. */
export async function liftMemory(
  db: Reader,
  user: Profile,
  until = Number.POSITIVE_INFINITY,
): Promise<LiftMemory> {
  const { log } = await memoryNow(db, user, async () => (await findSeq(db, user.id)).seq)
  const last = log.tail.at(-1)?.startedAt ?? log.base?.startedAt ?? Number.NEGATIVE_INFINITY
  // Only a log with workouts after `until` is folded again, each time; that is rare.
  return last <= until ? log.fold : (await rememberedLog(db, user, log, until)).fold
}

/** The memory of a user's lifts with all changes up to the number `seq`, and perhaps later ones. */
export async function liftMemorySince(db: Reader, user: Profile, seq: number): Promise<LiftMemory> {
  return (await memoryNow(db, user, () => seq)).log.fold
}

async function memoryNow(
  db: Reader,
  user: Profile,
  atLeast: () => number | Promise<number>,
): Promise<CachedMemory> {
  const settings = settingsOf(user)
  const { cached, folding } = memoriesOf(db)
  const findCached = () => {
    const last = cached.get(user.id)
    if (last?.settings !== settings) return undefined
    if (!last.unfolded) return last
    const memory = { settings, log: foldUnfolded(last) ?? last.log }
    cached.set(user.id, memory)
    return memory
  }
  const fold = async (): Promise<CachedMemory> => ({
    settings,
    log: await rememberedLog(db, user, findCached()?.log),
  })
  // Not cached inside a transaction, which may be rolled back.
  if (db.isTransaction) return fold()
  const seq = await atLeast()
  const key = `${user.id} ${settings}`
  for (;;) {
    const last = findCached()
    // A memory with later changes includes those up to now.
    if (last && last.log.seq >= seq) return last
    const shared = folding.get(key)
    if (!shared) break
    // It may have started before the last change. In that case, all waiting requests share the next one.
    await shared.catch(() => undefined)
  }
  const result = fold()
  folding.set(key, result)
  try {
    const memory = await result
    cached.set(user.id, memory)
    return memory
  } finally {
    folding.delete(key)
  }
}

/**
 * The doubted sets of a workout that was just saved, found with the cached memory and without a query. Undefined if the
 * memory has to be folded from what is stored.
 */
export function doubtsInSaved(
  db: Reader,
  user: Profile,
  saved: SavedPackedWorkout,
): readonly DoubtedSet[] | undefined {
  const { cached } = memoriesOf(db)
  const last = cached.get(user.id)
  if (last?.settings !== settingsOf(user)) return undefined
  const now = withSaved(last, saved)
  if (!now) return undefined
  const { doubts, ...memory } = now
  // Not cached inside a transaction, which may be rolled back.
  if (!db.isTransaction) cached.set(user.id, { settings: last.settings, ...memory })
  return doubts
}

function settingsOf({ timeZone, dayStartHour }: Profile): string {
  return `${timeZone} ${dayStartHour}`
}

/** A user's last memory, as a starting point; undefined if none is cached. */
export function lastRememberedLog(db: Reader, userId: string): RememberedLog | undefined {
  return memoriesOf(db).cached.get(userId)?.log
}
