import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { type RememberedLog, rememberedLog } from '#db/lift-memory/remembered-log.ts'
import type { Reader } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import type { MemoryFold } from '#training/lift-state/index.ts'

/** The memory of a user's lifts, and the sets excluded from it. */
export type LiftMemory = Pick<MemoryFold, 'of' | 'doubts'>

interface Kept {
  readonly seq: number
  /** Everything else that the memory depends on. */
  readonly settings: string
  readonly log: RememberedLog
}

/** Memories are cached for this many users: at most a megabyte each. */
const keptUsers = 16

const memoriesOf = defineProcessState({
  name: 'memories of lifts',
  acrossNodes: "holds: each is kept with the user's seq, which any node's change raises",
  create: () => new LruMap<string, Kept>(keptUsers),
})

/** The memory of a user's lifts, folded from their log up to an instant. */
export async function liftMemory(
  db: Reader,
  user: Profile,
  by = Number.POSITIVE_INFINITY,
): Promise<LiftMemory> {
  const { log } = await memoryNow(db, user)
  const last = log.tail.at(-1)?.startedAt ?? log.base?.startedAt ?? Number.NEGATIVE_INFINITY
  // Hardly anyone has workouts with dates in the future.
  return last <= by ? log.fold : (await rememberedLog(db, user, log, by)).fold
}

async function memoryNow(db: Reader, user: Profile): Promise<Kept> {
  const { timeZone, dayStartHour } = user
  // Read before the data: data read afterward is from this state or a later one, which has another seq.
  const { seq } = await findSeq(db, user.id)
  const settings = JSON.stringify([timeZone, dayStartHour])
  const users = memoriesOf(db)
  const known = users.get(user.id)
  const before = known?.settings === settings ? known : undefined
  if (before?.seq === seq && !db.isTransaction) return before
  const kept = { seq, settings, log: await rememberedLog(db, user, before?.log) }
  // Not cached inside a transaction, which may be rolled back.
  if (!db.isTransaction) users.set(user.id, kept)
  return kept
}
