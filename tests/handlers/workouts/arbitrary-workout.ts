import fc from 'fast-check'
import type { SetInput, WorkoutInput } from '../training.ts'

/** Built-in exercises with different kinds of tracking. */
export const lifts = ['barbell-bench-press', 'pull-up', 'dumbbell-curl', 'plank'] as const

const weight = fc.record({
  value: fc.oneof(
    fc.double({ min: 0, max: 5000, noNaN: true }),
    fc.constantFrom(61.23492, 135, 2.5, 0.1, 0, 102.05828325, 1e-7),
  ),
  unit: fc.constantFrom('kg' as const, 'lb' as const),
})

const distance = fc.record({
  value: fc.double({ min: 0, max: 1_000_000, noNaN: true }),
  unit: fc.constantFrom('m' as const, 'km' as const, 'mi' as const),
})

const halves = (min: number, max: number) =>
  fc.integer({ min: min * 2, max: max * 2 }).map((half) => half / 2)

const notes = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0'))
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && [...text].every((character) => character >= ' '))

const instantBetween = (first: string, last: string) =>
  fc
    .integer({ min: Date.parse(first), max: Date.parse(last) })
    .map((milliseconds) => new Date(milliseconds).toISOString())

const target = fc.record(
  {
    reps: fc
      .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
      .map(([first, other]) => ({ min: Math.min(first, other), max: Math.max(first, other) })),
    openEnded: fc.boolean(),
    weight,
    rpe: halves(6, 10),
    durationSeconds: fc.integer({ min: 1, max: 86_400 }),
    distance,
  },
  { requiredKeys: [] },
)

/** Any set that the contract accepts, with an id. */
export const anySet: fc.Arbitrary<SetInput & { id: string }> = fc
  .record(
    {
      id: fc.uuid(),
      type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
      weight,
      assistance: weight,
      reps: fc.integer({ min: 0, max: 1000 }),
      durationSeconds: fc.integer({ min: 0, max: 86_400 }),
      distance,
      rpe: halves(6, 10),
      rir: fc.integer({ min: 0, max: 10 }),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      restSeconds: fc.integer({ min: 0, max: 86_400 }),
      completedAt: instantBetween('1970-01-01T00:00:00Z', '2999-12-31T23:59:59Z'),
      notes,
      target,
    },
    { requiredKeys: ['id', 'type'] },
  )
  .map(({ rir, ...set }) => (rir === undefined || set.rpe !== undefined ? set : { ...set, rir }))

const anyEntry = fc.record(
  {
    id: fc.uuid(),
    exerciseId: fc.constantFrom(...lifts),
    supersetGroup: fc.integer({ min: 0, max: 99 }),
    notes,
    sets: fc.array(anySet, { maxLength: 5 }),
  },
  { requiredKeys: ['id', 'exerciseId', 'sets'] },
)

/** Any workout that the contract accepts, with all ids. */
export const anyWorkout: fc.Arbitrary<WorkoutInput & { id: string }> = fc
  .record(
    {
      id: fc.uuid(),
      name,
      startedAt: instantBetween('1970-01-02T00:00:00Z', '2998-12-30T00:00:00Z'),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', '-04:00', '+05:45'),
      durationMs: fc.integer({ min: 0, max: 20_000_000 }),
      notes,
      energy: fc.integer({ min: 1, max: 5 }),
      phase: fc.constantFrom('base', 'build', 'peak', 'deload', 'comeback'),
      exertion: halves(0, 10),
      bodyweight: weight,
      exercises: fc.array(anyEntry, { maxLength: 4 }),
    },
    { requiredKeys: ['id', 'startedAt', 'timeZone', 'exercises'] },
  )
  .filter(({ exercises }) => {
    const sets = exercises.flatMap((exercise) => exercise.sets)
    return areUnique(sets.map(({ id }) => id)) && areUnique(exercises.map(({ id }) => id))
  })
  .map(({ durationMs, ...workout }) =>
    asJson(durationMs === undefined ? workout : { ...workout, endedAt: endOf(workout, durationMs) }),
  )

function endOf({ startedAt }: { readonly startedAt: string }, durationMs: number): string {
  return new Date(Date.parse(startedAt) + durationMs).toISOString()
}

function areUnique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}

/** The value after serialization. JSON has no −0. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}
