import { expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  byTime,
  insertPackedRow,
  type PackedWorkoutRow,
  withChangedRows,
} from '#db/packed/packed-workouts.ts'

/**
 * A workout of which only the position in the log matters. There are few start times, so that several workouts share
 * one.
 */
const workout = fc
  .record({ startedAt: fc.integer({ min: 0, max: 3 }), workoutId: fc.uuid() })
  .map((position): PackedWorkoutRow => {
    const times = { endedAt: null, timeZone: 'UTC', localStartedAt: position.startedAt }
    return { ...position, ...times, bodyweightGrams: null, phase: null, packedSets: new Uint8Array() }
  })

test('insertPackedRow inserts a workout where sorting the whole log would put it', () => {
  const log = fc.uniqueArray(workout, { minLength: 1, selector: ({ workoutId }) => workoutId })
  fc.assert(
    fc.property(log, ([added, ...others]) => {
      if (!added) return
      const existing = others.sort(byTime)
      const rows = [...existing]
      insertPackedRow(rows, added)
      expect(rows).toEqual([...withChangedRows(existing, new Map([[added.workoutId, added]]))])
    }),
  )
})
