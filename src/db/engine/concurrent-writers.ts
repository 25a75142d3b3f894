import { postgresOf } from './postgres/direct.ts'
import type { Reader } from './types.ts'

/**
 * Whether several transactions can write at the same time, also those of other processes. Then a long one keeps
 * nobody waiting but its own user, and what one process knows of its own transactions says nothing of the others'.
 */
export function hasConcurrentWriters(reader: Reader): boolean {
  return postgresOf(reader) !== undefined
}
