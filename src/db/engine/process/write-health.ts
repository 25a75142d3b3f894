import { Unavailable } from '#lib/unavailable.ts'
import { directOf } from '../sqlite/direct.ts'
import { diskFull } from '../sqlite/errors.ts'
import { hasFreeSpace } from '../sqlite/free-space.ts'
import type { Db } from '../types.ts'
import { defineProcessState } from './state.ts'

interface WriteHealth {
  /** Whether the last transaction was committed; undefined before the first one. */
  works?: boolean
  /** Why the last one failed. */
  reason?: Unavailable
}

const healthOf = defineProcessState({
  name: 'whether writes succeed',
  acrossNodes: 'each node judges by its own writes',
  create: (): WriteHealth => ({}),
})

/** Records that a transaction was committed, or why it failed. */
export function noteWrite(db: Db, error?: unknown): void {
  const health = healthOf(db)
  if (error === undefined) health.works = true
  else if (error instanceof Unavailable) {
    health.works = false
    health.reason = error
  }
}

/**
 * Checks that writes succeed, by the result of the last one or else by trying `write`. Also checks for
 * free space, because a small write may still fit on a full disk.
 *
 * @throws the reason if they don't
 */
export async function assertWritesSucceed(db: Db, write: () => Promise<void>): Promise<void> {
  const { works, reason } = healthOf(db)
  if (works) return
  const direct = directOf(db)
  if (direct && !hasFreeSpace(direct.sqlite)) throw reason ?? diskFull()
  await write()
}
