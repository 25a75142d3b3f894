import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { type Content, merge } from '#training/merge.ts'

const id = fc.integer({ min: 0, max: 7 }).map(String)
const fields = fc.record(
  {
    weight: fc.integer({ min: 0, max: 2 }),
    reps: fc.integer({ min: 0, max: 3 }),
    rpe: fc.integer({ min: 6, max: 8 }),
    notes: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
)

/**
 * Workouts whose ids come from a small range, so that versions have most of them in common. Each set occurs
 * only once in a workout.
 */
const workout: fc.Arbitrary<Content> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c'),
    entries: fc.uniqueArray(fc.record({ id, notes: fc.constantFrom('a', 'b') }), {
      selector: (entry) => entry.id,
      maxLength: 4,
    }),
    sets: fc.uniqueArray(fc.tuple(id, fields, fc.nat(3)), { selector: ([setId]) => setId, maxLength: 8 }),
  })
  .map(({ name, entries, sets }) => ({
    name,
    exercises: entries.map((entry, index) => ({
      ...entry,
      sets: sets
        .filter(([, , at]) => at % entries.length === index)
        .map(([setId, fields]) => ({ ...fields, id: setId })),
    })),
  }))
const version = fc.option(workout, { nil: undefined, freq: 8 })
const at = fc.integer({ min: 0, max: 3 })

function setsOf(value: Content | undefined): string[] {
  return (value?.exercises ?? []).flatMap(({ sets }) => sets.map((set) => set.id))
}

function entriesOf(value: Content | undefined): string[] {
  return (value?.exercises ?? []).map((entry) => entry.id)
}

/** Asserts a property for any base, two versions of it and the times of their changes. */
function assertForAll(
  check: (
    base: Content | undefined,
    left: Content | undefined,
    right: Content | undefined,
    a: number,
    b: number,
  ) => void,
) {
  fc.assert(fc.property(version, version, version, at, at, check), { numRuns: runs(1000) })
}

describe('a merge of any versions', () => {
  test('applies a change that one side made', () => {
    assertForAll((base, left, _, a, b) => {
      expect(merge(base, { value: left, at: a }, { value: base, at: b })).toEqual(left)
      expect(merge(base, { value: base, at: a }, { value: left, at: b })).toEqual(left)
    })
  })

  test('applies identical changes once', () => {
    assertForAll((base, left, _, a, b) => {
      expect(merge(base, { value: left, at: a }, { value: left, at: b })).toEqual(left)
    })
  })

  test('gives both devices the same result', () => {
    assertForAll((base, left, right, a, b) => {
      const here = merge(base, { value: left, at: a }, { value: right, at: b })
      expect(merge(base, { value: right, at: b }, { value: left, at: a })).toEqual(here)
    })
  })

  test('neither loses nor duplicates an added set or exercise', () => {
    assertForAll((base, left, right, a, b) => {
      const merged = merge(base, { value: left, at: a }, { value: right, at: b })
      for (const [idsOf, name] of [
        [setsOf, 'set'],
        [entriesOf, 'exercise'],
      ] as const) {
        const ids = idsOf(merged)
        expect(new Set(ids).size, name).toBe(ids.length)
        for (const side of [left, right]) {
          for (const added of idsOf(side)) if (!idsOf(base).includes(added)) expect(ids).toContain(added)
        }
      }
    })
  })

  test('contains only sets that a side has', () => {
    assertForAll((base, left, right, a, b) => {
      const merged = merge(base, { value: left, at: a }, { value: right, at: b })
      for (const setId of setsOf(merged)) expect([...setsOf(left), ...setsOf(right)]).toContain(setId)
    })
  })

  test('changes nothing when its result is merged again', () => {
    assertForAll((base, left, right, a, b) => {
      const merged = merge(base, { value: left, at: a }, { value: right, at: b })
      expect(merge(right, { value: merged, at: a }, { value: right, at: b })).toEqual(merged)
      expect(merge(left, { value: left, at: a }, { value: merged, at: b })).toEqual(merged)
    })
  })

  test('takes all results of a planned set from one side that did it', () => {
    const sets = (value: Content | undefined) => (value?.exercises ?? []).flatMap((exercise) => exercise.sets)
    const results = ({ weight, reps, rpe }: Content) => ({ weight, reps, rpe })
    assertForAll((base, left, right, a, b) => {
      const planned = new Set(sets(base).flatMap(({ id, reps }) => (reps === undefined ? [id] : [])))
      for (const merged of sets(merge(base, { value: left, at: a }, { value: right, at: b }))) {
        const sides = [...sets(left), ...sets(right)].filter(({ id }) => id === merged.id)
        const done = sides.filter(({ reps }) => reps !== undefined)
        if (planned.has(merged.id) && done.length > 0)
          expect(done.map(results)).toContainEqual(results(merged))
      }
    })
  })

  test('prefers an edit to a delete', () => {
    assertForAll((base, left, _, a, b) => {
      if (!left || JSON.stringify(left) === JSON.stringify(base)) return
      const merged = merge(base, { value: left, at: a }, { value: undefined, at: b })
      // A different order of fields is not an edit.
      if (merged === undefined) expect(left).toEqual(base ?? {})
      else expect(merged).toEqual(left)
    })
  })
})

const set = (setId: string, fields: object = {}) => ({ ...fields, id: setId })
const entry = (entryId: string, ...sets: { id: string }[]) => ({ id: entryId, exerciseId: 'squat', sets })

describe('a merge of two versions of a workout', () => {
  const base = { name: 'Legs', exercises: [entry('e', set('1', { reps: 5 }), set('2', { reps: 5 }))] }
  const merged = (left: Content | undefined, right: Content | undefined) =>
    merge(base, { value: left, at: 1 }, { value: right, at: 2 })

  test('keeps the later edit of a field', () => {
    const withReps = (reps: number) => ({
      ...base,
      exercises: [entry('e', set('1', { reps }), set('2', { reps: 5 }))],
    })
    expect(merged(withReps(6), withReps(7))).toEqual(withReps(7))
    expect(merge(base, { value: withReps(6), at: 3 }, { value: withReps(7), at: 2 })).toEqual(withReps(6))
  })

  test('keeps edits of two fields of one set', () => {
    const left = { ...base, exercises: [entry('e', set('1', { reps: 6 }), set('2', { reps: 5 }))] }
    const right = {
      ...base,
      exercises: [entry('e', set('1', { reps: 5, notes: 'easy' }), set('2', { reps: 5 }))],
    }
    const sets = [set('1', { reps: 6, notes: 'easy' }), set('2', { reps: 5 })]
    expect(merged(left, right)).toEqual({ ...base, exercises: [entry('e', ...sets)] })
  })

  describe.each([
    ['reps', { weight: 60, reps: 3, rpe: 8, completedAt: '2026-11-30T18:00:00.000Z' }],
    ['time', { weight: 60, durationSeconds: 30 }],
    ['distance', { distance: 400 }],
  ])('of which one side did a set, by %s, while the other changed its plan', (_, results) => {
    const workoutOf = (fields: object) => ({ name: 'Legs', exercises: [entry('e', set('1', fields))] })
    const planned = { type: 'working', weight: 60 }
    const done = { type: 'working', ...results }

    test.each([
      [1, 2],
      [2, 1],
    ])('keeps what was done, whichever is later (%d, %d)', (doneAt, plannedAt) => {
      const replanned = { type: 'dropset', weight: 62.5, rir: 2, notes: 'slow' }
      expect(
        merge(
          workoutOf(planned),
          { value: workoutOf(done), at: doneAt },
          { value: workoutOf(replanned), at: plannedAt },
        ),
      ).toEqual(workoutOf({ ...results, type: 'dropset', notes: 'slow' }))
    })
  })

  test('keeps the later results of a set that both sides did, and does not mix them', () => {
    const workoutOf = (fields: object) => ({ exercises: [entry('e', set('1', fields))] })
    const left = { value: workoutOf({ weight: 60, reps: 3, rpe: 8 }), at: 1 }
    const right = { value: workoutOf({ weight: 62.5, reps: 2 }), at: 2 }
    expect(merge(workoutOf({ weight: 60 }), left, right)).toEqual(right.value)
  })

  test('keeps edits of two results of a set that was already done', () => {
    const workoutOf = (fields: object) => ({ exercises: [entry('e', set('1', fields))] })
    const left = { value: workoutOf({ weight: 61, reps: 3 }), at: 1 }
    const right = { value: workoutOf({ weight: 60, reps: 4 }), at: 2 }
    expect(merge(workoutOf({ weight: 60, reps: 3 }), left, right)).toEqual(workoutOf({ weight: 61, reps: 4 }))
  })

  test('orders sets that both sides logged by time of logging', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const left = { ...base, exercises: [entry('e', first, second, set('one'))] }
    const right = { ...base, exercises: [entry('e', first, second, set('two'))] }
    expect(setsOf(merged(left, right))).toEqual(['1', '2', 'one', 'two'])
  })

  test('moves and edits a set that one side moved and the other edited, without duplicating it', () => {
    const moved = {
      ...base,
      exercises: [entry('e', set('2', { reps: 5 })), entry('f', set('1', { reps: 5 }))],
    }
    const edited = { ...base, exercises: [entry('e', set('1', { reps: 9 }), set('2', { reps: 5 }))] }
    const both = {
      ...base,
      exercises: [entry('e', set('2', { reps: 5 })), entry('f', set('1', { reps: 9 }))],
    }
    expect(merged(moved, edited)).toEqual(both)
  })

  test('keeps all sets of an exercise that one side deleted and the other added a set to', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const added = { ...base, exercises: [entry('e', first, second, set('3'))] }
    expect(merged({ ...base, exercises: [] }, added)).toEqual(added)
  })

  test('takes weight and assistance from the same side, even of sets that neither side or both did', () => {
    for (const done of [{}, { reps: 8 }]) {
      const version = (fields: object) => ({ exercises: [entry('e', set('1', { ...done, ...fields }))] })
      const [added, assisted] = [version({ weight: 20 }), version({ assistance: 10 })]
      expect(merge(version({}), { value: added, at: 1 }, { value: assisted, at: 2 })).toEqual(assisted)
      expect(merge(version({}), { value: added, at: 2 }, { value: assisted, at: 1 })).toEqual(added)
    }
  })

  test('takes RPE and RIR from the same side, and also a value and its unit', () => {
    const version = (fields: object) => ({ ...fields, exercises: [entry('e', set('1', fields))] })
    const result = merge(
      version({}),
      { value: version({ rpe: 8 }), at: 1 },
      { value: version({ rir: 2 }), at: 2 },
    )
    expect(result).toEqual(version({ rir: 2 }))
    const weighed = (value: number, unit: string) => ({ kind: 'bodyweight', value, unit })
    const left = { value: weighed(180, 'lb'), at: 1 }
    expect(merge(weighed(82, 'kg'), left, { value: weighed(83, 'kg'), at: 2 })).toEqual(weighed(83, 'kg'))
  })
})

describe('a merge with more sets than an entry may have', () => {
  const setsNamed = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => set(`${prefix}-${index}`, { reps: index }))
  const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02'
  const workout = (...entries: { id: string; sets: { id: string }[]; [field: string]: unknown }[]) => ({
    name: 'Legs',
    exercises: entries,
  })
  const merged = (base: Content | undefined, left: Content, right: Content) =>
    merge(base, { value: left, at: 1 }, { value: right, at: 2 })
  const sizes = (content: Content | undefined) => content?.exercises?.map(({ sets }) => sets.length)

  const counts: readonly (readonly [
    shared: number,
    left: number,
    right: number,
    sizes: readonly number[],
  ])[] = [
    [0, 60, 60, [100, 20]],
    [0, 50, 50, [100]],
    [0, 50, 51, [100, 1]],
    [100, 0, 1, [100, 1]],
    [90, 10, 10, [100, 10]],
    [0, 100, 100, [100, 100]],
    [50, 90, 90, [100, 100, 30]],
  ]
  test.each(counts)(
    'splits %d shared and %d and %d added sets into entries of %j',
    (shared, left, right, expected) => {
      const common = setsNamed('base', shared)
      const base = workout(entry(id, ...common))
      const sides = [setsNamed('one', left), setsNamed('two', right)].map((added) =>
        workout(entry(id, ...common, ...added)),
      )
      const [leftVersion = base, rightVersion = base] = sides
      const result = merged(base, leftVersion, rightVersion)
      expect(sizes(result)).toEqual([...expected])
      expect(new Set(setsOf(result)).size).toBe(shared + left + right)
      expect(new Set(entriesOf(result)).size).toBe(expected.length)
      expect(result?.exercises?.every(({ exerciseId }) => exerciseId === 'squat')).toBe(true)
      // The other device gets the same result, and merging that result again changes nothing.
      expect(merge(base, { value: rightVersion, at: 2 }, { value: leftVersion, at: 1 })).toEqual(result)
      expect(merge(rightVersion, { value: result, at: 1 }, { value: rightVersion, at: 2 })).toEqual(result)
    },
  )

  test('puts the new entry after the full one, in the same superset and without notes', () => {
    const before = { ...entry(id, ...setsNamed('a', 60)), supersetGroup: 1, notes: 'Belt' }
    const after = { ...entry(id, ...setsNamed('b', 60)), supersetGroup: 1, notes: 'Belt' }
    const last = entry('0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03', set('x'))
    const result = merged(undefined, workout(before, last), workout(after, last))
    expect(result?.exercises).toMatchObject([
      { id, supersetGroup: 1, notes: 'Belt' },
      { exerciseId: 'squat', supersetGroup: 1 },
      { id: last.id },
    ])
    expect(result?.exercises?.[1]?.notes).toBeUndefined()
    expect(result?.exercises?.[1]?.id).toMatch(/^0193a5c2-7c1e-7d10-9f6e-[0-9a-f]{12}$/)
  })

  test('puts later overflow into the same new entry', () => {
    const base = workout(entry(id, ...setsNamed('base', 100)))
    const firstMerge = merged(
      base,
      base,
      workout(entry(id, ...setsNamed('base', 100), ...setsNamed('one', 5))),
    )
    const secondMerge = merged(
      base,
      firstMerge ?? base,
      workout(entry(id, ...setsNamed('base', 100), ...setsNamed('two', 7))),
    )
    expect(sizes(secondMerge)).toEqual([100, 12])
    const [first, second] = secondMerge?.exercises ?? []
    expect(first?.id).toBe(id)
    expect(second?.id).toBe(firstMerge?.exercises?.[1]?.id ?? '')
    expect(new Set(setsOf(secondMerge)).size).toBe(112)
  })

  test('keeps an edit of a set that has moved to the new entry', () => {
    const sets = setsNamed('a', 100)
    const base = workout(entry(id, ...sets))
    const split = merged(base, base, workout(entry(id, set('new'), ...sets)))
    const edited = workout(
      entry(id, ...sets.map((item) => (item.id === 'a-99' ? { ...item, reps: 7 } : item))),
    )
    const result = merged(base, split ?? base, edited)
    expect(sizes(result)).toEqual([100, 1])
    expect(result?.exercises?.[1]?.sets).toEqual([set('a-99', { reps: 7 })])
  })
})
