import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type Content, merge } from '#client/merge.ts'

const id = fc.integer({ min: 0, max: 7 }).map(String)
const fields = fc.record(
  {
    reps: fc.integer({ min: 0, max: 3 }),
    rpe: fc.integer({ min: 6, max: 8 }),
    notes: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
)

/**
 * Workouts whose ids come from a small set, so that versions have most of them in common, and each set occurs
 * once.
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
        .map(([setId, rest]) => ({ ...rest, id: setId })),
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

/** Checks a property of three versions and two times. */
function holds(
  check: (
    base: Content | undefined,
    one: Content | undefined,
    other: Content | undefined,
    a: number,
    b: number,
  ) => void,
) {
  fc.assert(fc.property(version, version, version, at, at, check), { numRuns: 3000 })
}

describe('for all versions', () => {
  test('what only one side changed is changed', () => {
    holds((base, one, _, a, b) => {
      expect(merge(base, { value: one, at: a }, { value: base, at: b })).toEqual(one)
      expect(merge(base, { value: base, at: a }, { value: one, at: b })).toEqual(one)
    })
  })

  test('identical changes agree', () => {
    holds((base, one, _, a, b) => {
      expect(merge(base, { value: one, at: a }, { value: one, at: b })).toEqual(one)
    })
  })

  test('both devices come to the same', () => {
    holds((base, one, other, a, b) => {
      const here = merge(base, { value: one, at: a }, { value: other, at: b })
      expect(merge(base, { value: other, at: b }, { value: one, at: a })).toEqual(here)
    })
  })

  test('no set and no exercise that either side added is lost, and none is doubled', () => {
    holds((base, one, other, a, b) => {
      const merged = merge(base, { value: one, at: a }, { value: other, at: b })
      for (const [idsOf, name] of [
        [setsOf, 'set'],
        [entriesOf, 'exercise'],
      ] as const) {
        const ids = idsOf(merged)
        expect(new Set(ids).size, name).toBe(ids.length)
        for (const side of [one, other]) {
          for (const added of idsOf(side)) if (!idsOf(base).includes(added)) expect(ids).toContain(added)
        }
      }
    })
  })

  test('nothing comes out that neither side has', () => {
    holds((base, one, other, a, b) => {
      const merged = merge(base, { value: one, at: a }, { value: other, at: b })
      for (const held of setsOf(merged)) expect([...setsOf(one), ...setsOf(other)]).toContain(held)
    })
  })

  test('merging the outcome once more changes nothing', () => {
    holds((base, one, other, a, b) => {
      const merged = merge(base, { value: one, at: a }, { value: other, at: b })
      expect(merge(other, { value: merged, at: a }, { value: other, at: b })).toEqual(merged)
      expect(merge(one, { value: one, at: a }, { value: merged, at: b })).toEqual(merged)
    })
  })

  test('an edit beats a delete', () => {
    holds((base, one, _, a, b) => {
      if (!one || JSON.stringify(one) === JSON.stringify(base)) return
      const merged = merge(base, { value: one, at: a }, { value: undefined, at: b })
      // A different order of fields is no edit.
      if (merged === undefined) expect(one).toEqual(base ?? {})
      else expect(merged).toEqual(one)
    })
  })
})

const set = (setId: string, rest: object = {}) => ({ ...rest, id: setId })
const entry = (entryId: string, ...sets: { id: string }[]) => ({ id: entryId, exerciseId: 'squat', sets })

describe('of one workout', () => {
  const base = { name: 'Legs', exercises: [entry('e', set('1', { reps: 5 }), set('2', { reps: 5 }))] }
  const merged = (one: Content | undefined, other: Content | undefined) =>
    merge(base, { value: one, at: 1 }, { value: other, at: 2 })

  test('the later edit of a field counts', () => {
    const withReps = (reps: number) => ({
      ...base,
      exercises: [entry('e', set('1', { reps }), set('2', { reps: 5 }))],
    })
    expect(merged(withReps(6), withReps(7))).toEqual(withReps(7))
    expect(merge(base, { value: withReps(6), at: 3 }, { value: withReps(7), at: 2 })).toEqual(withReps(6))
  })

  test('edits of two fields of one set are both kept', () => {
    const one = { ...base, exercises: [entry('e', set('1', { reps: 6 }), set('2', { reps: 5 }))] }
    const other = {
      ...base,
      exercises: [entry('e', set('1', { reps: 5, notes: 'easy' }), set('2', { reps: 5 }))],
    }
    const sets = [set('1', { reps: 6, notes: 'easy' }), set('2', { reps: 5 })]
    expect(merged(one, other)).toEqual({ ...base, exercises: [entry('e', ...sets)] })
  })

  test('sets that both sides log stand in the order in which they were logged', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const one = { ...base, exercises: [entry('e', first, second, set('one'))] }
    const other = { ...base, exercises: [entry('e', first, second, set('other'))] }
    expect(setsOf(merged(one, other))).toEqual(['1', '2', 'one', 'other'])
  })

  test('a set that was moved on one side and edited on the other is moved and edited, and there once', () => {
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

  test('an exercise that one side deleted and the other added a set to stays whole', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const added = { ...base, exercises: [entry('e', first, second, set('3'))] }
    expect(merged({ ...base, exercises: [] }, added)).toEqual(added)
  })

  test('rpe and rir, start and end, value and unit don’t come from two sides', () => {
    const of = (fields: object) => ({ ...fields, exercises: [entry('e', set('1', fields))] })
    const result = merge(of({}), { value: of({ rpe: 8 }), at: 1 }, { value: of({ rir: 2 }), at: 2 })
    expect(result).toEqual(of({ rir: 2 }))
    const weighed = (value: number, unit: string) => ({ kind: 'bodyweight', value, unit })
    const one = { value: weighed(180, 'lb'), at: 1 }
    expect(merge(weighed(82, 'kg'), one, { value: weighed(83, 'kg'), at: 2 })).toEqual(weighed(83, 'kg'))
  })
})
