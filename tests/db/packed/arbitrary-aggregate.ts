import fc from 'fast-check'
import { toJson } from '#db/engine/json.ts'
import type { SetRow, WorkoutExerciseRow } from '#db/workouts/rows.ts'

/** What is packed of a workout. */
export interface PackableAggregate {
  readonly workout: { readonly id: string }
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}

/** A built-in exercise, one that isn't numbered, a custom one, and the longest id. */
const exerciseIds = ['pull-up', 'not-built-in', '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01', 'x'.repeat(100)]

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** Often equal to that of another set. */
const often = <T>(common: T, value: fc.Arbitrary<T>) => fc.oneof(fc.constant(common), value)

/** An id that shares this many leading characters with that of the workout, or more. */
const idLike = (workoutId: string) =>
  fc
    .tuple(fc.uuid(), fc.oneof(fc.constant(13), fc.nat({ max: 36 })))
    .map(([id, shared]) => workoutId.slice(0, shared) + id.slice(shared))

/** Any values of the columns' types, even those that the contract rejects. */
const figures = fc.record({
  type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
  side: orNull(fc.constantFrom('left' as const, 'right' as const, 'both' as const)),
  weightGrams: orNull(
    often(
      60_000,
      fc.oneof(
        fc.nat({ max: 400 }).map((n) => n * 2500),
        fc.nat({ max: 2 ** 32 - 1 }),
      ),
    ),
  ),
  weightUnit: fc.constantFrom('kg' as const, 'lb' as const),
  assistanceGrams: orNull(fc.nat({ max: 2 ** 32 - 1 })),
  assistanceUnit: fc.constantFrom('kg' as const, 'lb' as const),
  reps: orNull(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.nat({ max: 65_535 }))),
  durationSeconds: orNull(fc.nat({ max: 2 ** 32 - 1 })),
  distanceMillimeters: orNull(fc.double({ noNaN: true, noDefaultInfinity: true })),
  rpe: orNull(fc.integer({ min: 0, max: 255 }).map((half) => half / 2)),
  rir: orNull(fc.nat({ max: 255 })),
  restSeconds: orNull(often(180, fc.nat({ max: 2 ** 32 - 1 }))),
  target: orNull(fc.record({ key: fc.string({ unit: 'grapheme', maxLength: 100 }) }).map(toJson)),
  confirmed: fc.constantFrom(true, null),
})

const entry = fc.record({
  exerciseId: fc.constantFrom(...exerciseIds),
  sets: fc.array(figures, { maxLength: 6 }),
})

/** Any workout with its sets, whose ids may share their first bytes. Exercises may occur twice. */
export const anyAggregate: fc.Arbitrary<PackableAggregate> = fc
  .tuple(fc.uuid(), fc.array(entry, { maxLength: 6 }))
  .chain(([id, entries]) => {
    const count = entries.reduce((sum, { sets }) => sum + sets.length, 0)
    const ids = fc.array(idLike(id), { minLength: count, maxLength: count })
    return ids.map((setIds) => aggregateOf(id, entries, setIds))
  })

function aggregateOf(
  id: string,
  entries: readonly (typeof entry extends fc.Arbitrary<infer Value> ? Value : never)[],
  setIds: readonly string[],
): PackableAggregate {
  const exercises: WorkoutExerciseRow[] = []
  const sets: SetRow[] = []
  for (const [position, { exerciseId, sets: entrySets }] of entries.entries()) {
    const key = `entry ${position}`
    exercises.push({ id: key, position, exerciseId, slot: null, supersetGroup: null, notes: null })
    for (const [index, set] of entrySets.entries()) {
      const { weightGrams, assistanceGrams, distanceMillimeters, weightUnit, assistanceUnit } = set
      sets.push({
        ...set,
        id: setIds[sets.length] ?? '',
        workoutExerciseId: key,
        position: index,
        exerciseId,
        performedAt: 1000,
        weightValue: weightGrams,
        weightUnit: weightGrams === null ? null : weightUnit,
        assistanceValue: assistanceGrams,
        assistanceUnit: assistanceGrams === null ? null : assistanceUnit,
        distanceValue: distanceMillimeters,
        distanceUnit: distanceMillimeters === null ? null : 'm',
        completedAt: null,
        notes: null,
      })
    }
  }
  return { workout: { id }, exercises, sets }
}
