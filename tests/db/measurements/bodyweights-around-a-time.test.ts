import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { transact } from '#db/engine/transact.ts'
import { listBodyweights } from '#db/measurements/bodyweights.ts'
import { insertMeasurement } from '#db/measurements/measurements.ts'
import { draftMeasurement } from '#services/measurements/shape.ts'
import { runs } from '#tests/support/runs.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

const span = fc.integer({ min: 0, max: 40 * dayMs })

test('at each instant of a time span, the bodyweights listed for it give the same bodyweight as the whole list', async () => {
  const { db } = await openTestDatabase()
  const days = userDays({ timeZone: 'America/New_York', dayStartHour: 4 })
  const arbitraryMeasurements = fc.array(
    fc.record({ measuredAt: span, value: fc.integer({ min: 50, max: 100 }) }),
    {
      maxLength: 8,
    },
  )
  await fc.assert(
    fc.asyncProperty(arbitraryMeasurements, span, span, async (measurements, start, end) => {
      const userId = await insertUser(db)
      await transact(db, userId, async (tx) => {
        for (const [number, { measuredAt, value }] of measurements.entries()) {
          const input = {
            kind: 'bodyweight',
            unit: 'kg',
            value,
            measuredAt: new Date(measuredAt).toISOString(),
          } as const
          await insertMeasurement(tx, draftMeasurement(userId, `${number}`, input), 0)
        }
      })
      const [first, last] = [days.dayOf(Math.min(start, end)), days.dayOf(Math.max(start, end))]
      const range = { from: days.startOf(first), before: days.startOf(last + 1) }
      const rowsOfSpan = await listBodyweights(db, userId, range)
      const allRows = await listBodyweights(db, userId, { from: 0, before: 41 * dayMs })
      expect(allRows).toHaveLength(measurements.length)
      const [fromSpan, fromAll] = [bodyweightOver(rowsOfSpan, days), bodyweightOver(allRows, days)]
      for (const performedAt of [range.from, start, end, range.before - 1]) {
        for (const workoutBodyweightGrams of [undefined, 1])
          expect(fromSpan({ performedAt, workoutBodyweightGrams })).toBe(
            fromAll({ performedAt, workoutBodyweightGrams }),
          )
      }
    }),
    { numRuns: runs(150) },
  )
})
