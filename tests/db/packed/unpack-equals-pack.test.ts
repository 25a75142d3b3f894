import { expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { numberedExercises } from '#db/packed/numbered-exercises.ts'
import { packPerformed, packSets } from '#db/packed/pack.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { type UnpackedSet, unpackSets } from '#db/packed/unpack.ts'
import { withoutSets } from '#db/packed/without-sets.ts'
import type { SetRow } from '#db/workouts/rows.ts'
import { anyAggregate, type PackableAggregate } from './arbitrary-aggregate.ts'

const performedAt = 1000

function rowOf(workoutId: string, packedSets: Uint8Array): PackedWorkoutRow {
  const times = { startedAt: performedAt, endedAt: null, timeZone: 'UTC', localStartedAt: performedAt }
  return { workoutId, ...times, bodyweightGrams: null, phase: null, packedSets }
}

const packedRowOf = (aggregate: PackableAggregate) => rowOf(aggregate.workout.id, packSets(aggregate))

const performedRowsOf = (aggregate: PackableAggregate) =>
  packPerformed(aggregate).map((packed) => ({ ...packed, ...rowOf(aggregate.workout.id, packed.packedSets) }))

/** The packed data of a set that isn't a warm-up. */
function dataOf(set: SetRow | UnpackedSet) {
  const { id, exerciseId, type, side, reps, weightGrams, assistanceGrams, confirmed } = set
  const { durationSeconds, distanceMillimeters, rpe, rir, restSeconds, target } = set
  const { weightUnit, assistanceUnit } = set
  return {
    ...{ id, exerciseId, performedAt: set.performedAt, type, side, reps, weightGrams, assistanceGrams },
    ...{ durationSeconds, distanceMillimeters, rpe, rir, confirmed },
    plan: { restSeconds, target, weightUnit, assistanceUnit },
  }
}

const workingSets = ({ sets }: PackableAggregate) => sets.filter(({ type }) => type !== 'warmup')

const withoutPlan = ({ plan: _, ...data }: ReturnType<typeof dataOf>) => data

test('sets of a workout are unpacked as they were packed', () => {
  fc.assert(
    fc.property(anyAggregate, (aggregate) => {
      const unpacked = unpackSets([packedRowOf(aggregate)])
      expect(unpacked.map(dataOf).map(withoutPlan)).toEqual(
        workingSets(aggregate).map(dataOf).map(withoutPlan),
      )
    }),
  )
})

test('sets packed by exercise are unpacked as they were packed, with rest, target and units', () => {
  fc.assert(
    fc.property(anyAggregate, (aggregate) => {
      const rows = performedRowsOf(aggregate)
      const sets = Map.groupBy(workingSets(aggregate), ({ exerciseId }) => exerciseId)
      const expected = rows.flatMap(({ exerciseId }) => sets.get(exerciseId) ?? [])
      expect(unpackSets(rows).map(dataOf)).toEqual(expected.map(dataOf))
      const counts = rows.map(({ exerciseId, setCount }) => [exerciseId, setCount])
      const allSets = Map.groupBy(aggregate.sets, ({ exerciseId }) => exerciseId)
      expect(counts).toEqual(rows.map(({ exerciseId }) => [exerciseId, allSets.get(exerciseId)?.length ?? 0]))
    }),
  )
})

/** The data of each set, from a cursor. */
function cursorData(rows: readonly PackedWorkoutRow[]) {
  const sets = new PackedSets(rows, (whole) => whole)
  const all: ReturnType<typeof withoutPlan>[] = []
  const ends: boolean[] = []
  while (sets.next()) {
    const { exerciseId, type, side, reps, weightGrams, assistanceGrams, confirmed } = sets
    const { durationSeconds, distanceMillimeters, rpe, rir } = sets
    all.push({
      ...{ id: sets.markAt(sets.position).id, exerciseId, performedAt: sets.performedAt },
      // Warm-ups aren't packed, and `type` is one of the others.
      ...{ type: type as SetRow['type'], side: side ?? null, reps: reps ?? null },
      ...{ weightGrams: weightGrams ?? null, assistanceGrams: assistanceGrams ?? null },
      ...{ durationSeconds: durationSeconds ?? null, distanceMillimeters: distanceMillimeters ?? null },
      ...{ rpe: rpe ?? null, rir: rir ?? null, confirmed: confirmed ? true : null },
    })
    ends.push(sets.endsWorkout)
  }
  return { all, ends }
}

test('a cursor goes through the sets of several workouts as they were packed', () => {
  fc.assert(
    fc.property(fc.array(anyAggregate, { maxLength: 3 }), (aggregates) => {
      const { all, ends } = cursorData(aggregates.map(packedRowOf))
      const sets = aggregates.map(workingSets)
      expect(all).toEqual(sets.flat().map(dataOf).map(withoutPlan))
      expect(ends).toEqual(sets.flatMap((list) => list.map((_, index) => index === list.length - 1)))
    }),
  )
})

test('a workout without some of its sets is packed as if they had never been in it', () => {
  fc.assert(
    fc.property(anyAggregate, fc.func(fc.boolean()), (aggregate, isOut) => {
      const ids = new Set(aggregate.sets.map(({ id }) => id).filter((id) => isOut(id)))
      const row = withoutSets(packedRowOf(aggregate), ids)
      const expected = workingSets(aggregate).filter(({ id }) => !ids.has(id))
      expect(unpackSets([row]).map(dataOf).map(withoutPlan)).toEqual(expected.map(dataOf).map(withoutPlan))
    }),
  )
})

/** Bytes that weren't packed: random ones, and packed sets that are cut off or have other bytes in some places. */
const damagedBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(anyAggregate, fc.nat({ max: 300 }), fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 255 }))))
    .map(([aggregate, length, changes]) => {
      const bytes = packSets(aggregate).slice(0, length)
      for (const [offset, byte] of changes) if (offset < bytes.length) bytes[offset] = byte
      return bytes
    }),
)

test('damaged bytes yield no more sets than they could contain', () => {
  fc.assert(
    fc.property(damagedBytes, fc.uuid(), (bytes, workoutId) => {
      const row = rowOf(workoutId, bytes)
      const sets = unpackSets([row])
      expect(sets.length).toBeLessThanOrEqual(bytes.length)
      expect(sets.every(({ id }) => id.length === 36)).toBe(true)
      expect(cursorData([row]).all).toHaveLength(sets.length)
    }),
  )
})

test('twenty sets of a typical workout take 16 bytes each', () => {
  const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
  const [aggregate] = fc.sample(
    anyAggregate.filter(({ sets }) => sets.length > 0),
    { numRuns: 1, seed: 1 },
  )
  const [set, exercise] = [aggregate?.sets[0], aggregate?.exercises[0]]
  if (!set || !exercise) expect.unreachable()
  const sets = Array.from({ length: 20 }, (_, index): SetRow => {
    const figures = {
      reps: 5 + (index % 3),
      weightGrams: 60_000 + (index % 4) * 2500,
      rpe: 8,
      restSeconds: 180,
    }
    const absent = { side: null, assistanceGrams: null, durationSeconds: null, distanceMillimeters: null }
    const entry = { workoutExerciseId: exercise.id, exerciseId: 'pull-up', position: index }
    const setId = id.slice(0, 14) + crypto.randomUUID().slice(14)
    return { ...set, ...figures, ...absent, ...entry, id: setId, rir: null, target: null, type: 'normal' }
  })
  const packed = packSets({ workout: { id }, exercises: [{ ...exercise, exerciseId: 'pull-up' }], sets })
  expect(packed.length).toBeLessThanOrEqual(20 * 16)
})

test('the numbers of exercises never change', () => {
  expect(new Set(numberedExercises).size).toBe(947)
  const digest = createHash('sha256').update(numberedExercises.join(' ')).digest('hex')
  expect(digest).toBe('6bf875ea56e2023a6320607c59d27c6d2cc30ada61f654fe4f4a7ab4f27bc5f6')
})
