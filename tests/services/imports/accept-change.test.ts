import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { WorkoutContent } from '#db/schema/workouts.ts'
import { partId } from '#interchange/identity.ts'
import { newId } from '#lib/new-id.ts'
import { acceptChange } from '#services/imports/accept-change.ts'
import { runs } from '#tests/support/runs.ts'

const id = newId()

/** A workout with these reps by exercise, with the ids that an import gives its parts. */
function importOf(
  ...exercises: readonly (readonly [exerciseId: string, ...reps: number[]])[]
): WorkoutContent {
  return {
    id,
    startedAt: '2026-11-20T17:00:00.000Z',
    timeZone: 'UTC',
    exercises: exercises.map(([exerciseId, ...reps], position) => ({
      id: partId(id, position),
      exerciseId,
      sets: reps.map((count, index) => ({ id: partId(id, position, index), type: 'normal', reps: count })),
    })),
  }
}

/** The reps by exercise. */
const repsOf = ({ exercises }: WorkoutContent) =>
  exercises.map(({ exerciseId, sets }) => [exerciseId, ...sets.map(({ reps }) => reps)])

/** The workout with changes to its entries. */
const withEntries = (
  workout: WorkoutContent,
  edit: (entry: WorkoutContent['exercises'][number]) => WorkoutContent['exercises'][number],
): WorkoutContent => ({ ...workout, exercises: workout.exercises.map(edit) })

/** The workout with changes to its sets. */
const withSets = (
  workout: WorkoutContent,
  edit: (
    set: WorkoutContent['exercises'][number]['sets'][number],
  ) => WorkoutContent['exercises'][number]['sets'][number],
) => withEntries(workout, (entry) => ({ ...entry, sets: entry.sets.map(edit) }))

/** The workout with one more set of the user's in each entry. */
const withOwnSets = (workout: WorkoutContent, reps: number) =>
  withEntries(workout, (entry) => ({
    ...entry,
    sets: [...entry.sets, { id: newId(), type: 'normal', reps }],
  }))

const idsOf = ({ exercises }: WorkoutContent) =>
  exercises.flatMap((entry) => [entry.id, ...entry.sets.map((set) => set.id)])

const first = importOf(['squat', 5, 6], ['curl', 10])

describe('an accepted change to a workout that the user has not changed', () => {
  test.each([
    ['a set at the end', importOf(['squat', 5, 6, 7], ['curl', 10])],
    ['a set in front', importOf(['squat', 3, 5, 6], ['curl', 10])],
    ['other reps', importOf(['squat', 5, 8], ['curl', 10])],
    ['fewer sets', importOf(['squat', 6])],
    ['an exercise in front', importOf(['plank', 1], ['squat', 5, 6], ['curl', 10])],
    ['another exercise', importOf(['front-squat', 5, 6], ['curl', 10])],
    ['an exercise twice', importOf(['squat', 5, 6], ['curl', 10], ['squat', 5])],
    ['another name', { ...first, name: 'Legs' }],
  ])('with %s results in the file', (_, next) => {
    const { file, merged } = acceptChange({ base: first, current: first, file: next })
    expect(repsOf(merged)).toEqual(repsOf(next))
    expect(merged).toEqual(file)
    expect(merged.name).toBe(next.name)
  })

  test('keeps the ids of the sets that stay the same, wherever they are now', () => {
    const next = importOf(['plank', 1], ['curl', 10], ['squat', 3, 5, 6])
    const [, curls, squats] = acceptChange({ base: first, current: first, file: next }).merged.exercises
    expect(curls?.sets).toEqual(first.exercises[1]?.sets ?? [])
    expect(squats?.sets.slice(1)).toEqual(first.exercises[0]?.sets ?? [])
  })
})

describe('an accepted change to a workout that the user has changed', () => {
  const next = importOf(['squat', 3, 5, 6], ['curl', 10], ['plank', 1])

  test('keeps the sets that they added', () => {
    const { file, merged } = acceptChange({ base: first, current: withOwnSets(first, 20), file: next })
    expect(repsOf(file)).toEqual(repsOf(next))
    expect(repsOf(merged)).toEqual([
      ['squat', 3, 5, 6, 20],
      ['curl', 10, 20],
      ['plank', 1],
    ])
  })

  test('keeps all sets if the imported state is no longer stored', () => {
    const changed = importOf(['squat', 5, 7, 8], ['plank', 1])
    const { merged } = acceptChange({ base: undefined, current: withOwnSets(first, 20), file: changed })
    expect(repsOf(merged)).toEqual([
      ['squat', 5, 7, 20, 8],
      ['curl', 10, 20],
      ['plank', 1],
    ])
  })

  test('keeps their changes to sets that are unchanged in the file', () => {
    const current = withSets(first, (set) => ({ ...set, rpe: 9 }))
    const { exercises } = acceptChange({ base: first, current, file: next }).merged
    expect(exercises.map(({ sets }) => sets.map(({ reps, rpe }) => [reps, rpe]))).toEqual([
      [
        [3, undefined],
        [5, 9],
        [6, 9],
      ],
      [[10, 9]],
      [[1, undefined]],
    ])
  })

  test('does not bring back a set that they deleted', () => {
    const current = withEntries(first, (entry) => ({ ...entry, sets: entry.sets.slice(1) }))
    const { merged } = acceptChange({ base: first, current, file: next })
    expect(repsOf(merged)).toEqual([['squat', 3, 6], ['curl'], ['plank', 1]])
  })

  test('takes the file’s value for what both changed', () => {
    const current = withSets(first, (set) => ({ ...set, reps: 50 }))
    const changed = importOf(['squat', 5, 7], ['curl', 10])
    const { merged } = acceptChange({ base: first, current, file: changed })
    expect(repsOf(merged)).toEqual([
      ['squat', 50, 7],
      ['curl', 50],
    ])
  })

  test('does not put their sets of one exercise into another that replaces it', () => {
    const current = withOwnSets(first, 20)
    const { merged } = acceptChange({ base: first, current, file: importOf(['plank', 1], ['curl', 10]) })
    expect(repsOf(merged)).toContainEqual(['plank', 1])
    expect(repsOf(merged)).toContainEqual(['squat', 5, 6, 20])
  })
})

const reps = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
const anyFile = fc
  .array(fc.tuple(fc.constantFrom('squat', 'curl', 'plank'), reps), { maxLength: 4 })
  .map((entries) => importOf(...entries.map(([exerciseId, counts]) => [exerciseId, ...counts] as const)))
const files = fc.array(anyFile, { minLength: 2, maxLength: 5 })

test('after several accepted files, the workout is as in the last one', () => {
  fc.assert(
    fc.property(files, ([imported = first, ...later]) => {
      let current = imported
      for (const next of later) {
        const { file, merged } = acceptChange({ base: current, current, file: next })
        expect(repsOf(merged)).toEqual(repsOf(next))
        expect(merged).toEqual(file)
        expect(new Set(idsOf(merged)).size).toBe(idsOf(merged).length)
        current = merged
      }
    }),
    { numRuns: runs(200) },
  )
})

test('files that are accepted one after another keep every set that the user added between them', () => {
  fc.assert(
    fc.property(files, ([imported = first, ...later]) => {
      let [base, current] = [imported, imported]
      const added = new Set<string>()
      for (const next of later) {
        const before = new Set(idsOf(current))
        current = withOwnSets(current, 20)
        for (const id of idsOf(current)) if (!before.has(id)) added.add(id)
        const accepted = acceptChange({ base, current, file: next })
        ;[base, current] = [accepted.file, accepted.merged]
        expect(repsOf(base)).toEqual(repsOf(next))
        const ids = idsOf(current)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of added) expect(ids).toContain(id)
        for (const id of idsOf(base)) expect(ids).toContain(id)
      }
    }),
    { numRuns: runs(200) },
  )
})
