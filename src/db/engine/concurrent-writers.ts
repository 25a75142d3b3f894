import { postgresOf } from './postgres/direct-of.ts'
import type { Reader } from './types.ts'

/**
 * Whether several transactions, including those of other processes, can write at the same time. If so, a
 * long transaction blocks only its own user, and a process doesn't learn of every change from its own transactions.
 */
export function hasConcurrentWriters(reader: Reader): boolean {
  return postgresOf(reader) !== undefined
}
