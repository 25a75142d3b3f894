import { Unavailable } from '#lib/unavailable.ts'
import { directOf } from '../sqlite/direct.ts'
import { DamagedDatabaseError, diskFull } from '../sqlite/errors.ts'
import { hasFreeSpace } from '../sqlite/free-space.ts'
import type { Db } from '../types.ts'
import { defineProcessState } from './state.ts'

interface WriteHealth {
  /** Whether the last transaction was committed; undefined before the first one. */
  lastSucceeded?: boolean
  /** The last failure, even if a later transaction was committed. */
  lastFailure?: Unavailable
}

const healthOf = defineProcessState({
  name: 'whether writes succeed',
  acrossNodes: 'each node judges by its own writes',
  create: (): WriteHealth => ({}),
})

/** Records that a transaction was committed, or why it failed. */
export function noteWrite(db: Db, error?: unknown): void {
  const health = healthOf(db)
  if (error === undefined) health.lastSucceeded = true
  // Damage isn't counted, because it affects only the writes that touch it.
  else if (error instanceof Unavailable && !(error instanceof DamagedDatabaseError)) {
    health.lastSucceeded = false
    health.lastFailure = error
  }
}

/**
 * Checks that writes succeed: from the result of the last one, or else by trying `write`. Also checks for
 * free space, because a small write may still fit on a full disk.
 *
 * @throws the reason if they don't
 */
export async function assertWritesSucceed(db: Db, write: () => Promise<void>): Promise<void> {
  const { lastSucceeded, lastFailure } = healthOf(db)
  if (lastSucceeded) return
  const direct = directOf(db)
  if (direct && !hasFreeSpace(direct.sqlite)) throw lastFailure ?? diskFull()
  await write()
}
