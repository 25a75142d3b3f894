import { postgresOf } from './postgres/direct.ts'
import type { Reader } from './types.ts'

/**
 * Whether several transactions, including those of other processes, can write at the same time. Then a
 * long one blocks only its own user, and a process can't rely on what it knows from its own transactions.
 */
export function hasConcurrentWriters(reader: Reader): boolean {
  return postgresOf(reader) !== undefined
}
