import { directOf } from '../direct.ts'
import type { Reader } from '../schema.ts'
import type { ExerciseFactsRow } from './facts.ts'

const known = new WeakMap<object, Map<string, ExerciseFactsRow>>()

/**
 * What has been read of the facts of exercises that all users share, by id. They stay as they are while a server runs: the
 * catalogue is seeded before it serves, and added to while none does. To read them anew took a sixth of the time of
 * answering with a workout (16 of 100 µs). Undefined for an engine whose database other servers may change.
 */
export function sharedFactsOf(reader: Reader): Map<string, ExerciseFactsRow> | undefined {
  const sqlite = directOf(reader)?.sqlite
  if (sqlite === undefined) return undefined
  const facts = known.get(sqlite) ?? new Map<string, ExerciseFactsRow>()
  known.set(sqlite, facts)
  return facts
}

/** Forgets them, as a change of the catalogue needs. */
export function forgetSharedFacts(reader: Reader): void {
  sharedFactsOf(reader)?.clear()
}
