import { Unavailable } from '#lib/unavailable.ts'
import { directOf } from '../sqlite/direct.ts'
import { diskFull } from '../sqlite/errors.ts'
import { hasRoom } from '../sqlite/free-space.ts'
import type { Db } from '../types.ts'
import { defineProcessState } from './state.ts'

interface WriteHealth {
  /** Whether the last transaction was committed; undefined before the first one. */
  works?: boolean
  /** Why the last one was not. */
  reason?: Unavailable
}

const healthOf = defineProcessState({
  name: 'whether writes succeed',
  acrossNodes: 'each node judges by its own writes',
  create: (): WriteHealth => ({}),
})

/** Records that a transaction was committed, or why it could not be. */
export function noteWrite(db: Db, error?: unknown): void {
  const health = healthOf(db)
  if (error === undefined) health.works = true
  else if (error instanceof Unavailable) {
    health.works = false
    health.reason = error
  }
}

/**
 * Makes sure that writes succeed: by the last one, else by trying `write`. A small write may still fit on a
 * full disk, so there must be room as well.
 *
 * @throws why they don't
 */
export async function assertWritesSucceed(db: Db, write: () => Promise<void>): Promise<void> {
  const { works, reason } = healthOf(db)
  if (works) return
  const direct = directOf(db)
  if (direct && !hasRoom(direct.sqlite)) throw reason ?? diskFull()
  await write()
}
