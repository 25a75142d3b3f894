import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type Content, merge } from '#client/merge.ts'
import { runs } from '#tests/support/runs.ts'

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
  fc.assert(fc.property(version, version, version, at, at, check), { numRuns: runs(1000) })
}

describe('merge, for all versions', () => {
  test('a change on one side is applied', () => {
    holds((base, one, _, a, b) => {
      expect(merge(base, { value: one, at: a }, { value: base, at: b })).toEqual(one)
      expect(merge(base, { value: base, at: a }, { value: one, at: b })).toEqual(one)
    })
  })

  test('identical changes are applied once', () => {
    holds((base, one, _, a, b) => {
      expect(merge(base, { value: one, at: a }, { value: one, at: b })).toEqual(one)
    })
  })

  test('both devices get the same result', () => {
    holds((base, one, other, a, b) => {
      const here = merge(base, { value: one, at: a }, { value: other, at: b })
      expect(merge(base, { value: other, at: b }, { value: one, at: a })).toEqual(here)
    })
  })

  test('no added set or exercise is lost or duplicated', () => {
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

  test('the result has only what one of the sides has', () => {
    holds((base, one, other, a, b) => {
      const merged = merge(base, { value: one, at: a }, { value: other, at: b })
      for (const held of setsOf(merged)) expect([...setsOf(one), ...setsOf(other)]).toContain(held)
    })
  })

  test('merging the result again changes nothing', () => {
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

describe('merge, of one workout', () => {
  const base = { name: 'Legs', exercises: [entry('e', set('1', { reps: 5 }), set('2', { reps: 5 }))] }
  const merged = (one: Content | undefined, other: Content | undefined) =>
    merge(base, { value: one, at: 1 }, { value: other, at: 2 })

  test('the later edit of a field wins', () => {
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

  test('sets that both sides logged are in the order of logging', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const one = { ...base, exercises: [entry('e', first, second, set('one'))] }
    const other = { ...base, exercises: [entry('e', first, second, set('other'))] }
    expect(setsOf(merged(one, other))).toEqual(['1', '2', 'one', 'other'])
  })

  test('a set that was moved on one side and edited on the other is moved, edited and not duplicated', () => {
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

  test('an exercise that one side deleted and the other added a set to is kept completely', () => {
    const [first, second] = base.exercises[0]?.sets ?? []
    if (!first || !second) throw new Error('the base has two sets')
    const added = { ...base, exercises: [entry('e', first, second, set('3'))] }
    expect(merged({ ...base, exercises: [] }, added)).toEqual(added)
  })

  test('rpe and rir, start and end, value and unit each come from one side', () => {
    const of = (fields: object) => ({ ...fields, exercises: [entry('e', set('1', fields))] })
    const result = merge(of({}), { value: of({ rpe: 8 }), at: 1 }, { value: of({ rir: 2 }), at: 2 })
    expect(result).toEqual(of({ rir: 2 }))
    const weighed = (value: number, unit: string) => ({ kind: 'bodyweight', value, unit })
    const one = { value: weighed(180, 'lb'), at: 1 }
    expect(merge(weighed(82, 'kg'), one, { value: weighed(83, 'kg'), at: 2 })).toEqual(weighed(83, 'kg'))
  })
})

describe('merge, of more sets than an entry may have', () => {
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => set(`${prefix}-${index}`, { reps: index }))
  const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02'
  const workout = (...entries: { id: string; sets: { id: string }[]; [field: string]: unknown }[]) => ({
    name: 'Legs',
    exercises: entries,
  })
  const merged = (base: Content | undefined, one: Content, other: Content) =>
    merge(base, { value: one, at: 1 }, { value: other, at: 2 })
  const sizes = (content: Content | undefined) => content?.exercises?.map(({ sets }) => sets.length)

  const counts: readonly (readonly [shared: number, one: number, other: number, sizes: readonly number[]])[] =
    [
      [0, 60, 60, [100, 20]],
      [0, 50, 50, [100]],
      [0, 50, 51, [100, 1]],
      [100, 0, 1, [100, 1]],
      [90, 10, 10, [100, 10]],
      [0, 100, 100, [100, 100]],
      [50, 90, 90, [100, 100, 30]],
    ]
  test.each(counts)('%d shared, %d and %d added: %p', (shared, one, other, expected) => {
    const both = many('base', shared)
    const base = workout(entry(id, ...both))
    const sides = [many('one', one), many('other', other)].map((more) => workout(entry(id, ...both, ...more)))
    const [mine = base, theirs = base] = sides
    const result = merged(base, mine, theirs)
    expect(sizes(result)).toEqual([...expected])
    expect(new Set(setsOf(result)).size).toBe(shared + one + other)
    expect(new Set(entriesOf(result)).size).toBe(expected.length)
    expect(result?.exercises?.every(({ exerciseId }) => exerciseId === 'squat')).toBe(true)
    // The other device gets the same result, and so does merging again.
    expect(merge(base, { value: theirs, at: 2 }, { value: mine, at: 1 })).toEqual(result)
    expect(merge(theirs, { value: result, at: 1 }, { value: theirs, at: 2 })).toEqual(result)
  })

  test('the new entry follows the full one, in the same superset and without notes', () => {
    const before = { ...entry(id, ...many('a', 60)), supersetGroup: 1, notes: 'Belt' }
    const after = { ...entry(id, ...many('b', 60)), supersetGroup: 1, notes: 'Belt' }
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

  test('later overflow goes to the same new entry', () => {
    const base = workout(entry(id, ...many('base', 100)))
    const once = merged(base, base, workout(entry(id, ...many('base', 100), ...many('one', 5))))
    const twice = merged(base, once ?? base, workout(entry(id, ...many('base', 100), ...many('two', 7))))
    expect(sizes(twice)).toEqual([100, 12])
    const [first, second] = twice?.exercises ?? []
    expect(first?.id).toBe(id)
    expect(second?.id).toBe(once?.exercises?.[1]?.id ?? '')
    expect(new Set(setsOf(twice)).size).toBe(112)
  })

  test('an edit of a set that has moved to the new entry is kept', () => {
    const sets = many('a', 100)
    const base = workout(entry(id, ...sets))
    const split = merged(base, base, workout(entry(id, set('new'), ...sets)))
    const edited = workout(entry(id, ...sets.map((one) => (one.id === 'a-99' ? { ...one, reps: 7 } : one))))
    const result = merged(base, split ?? base, edited)
    expect(sizes(result)).toEqual([100, 1])
    expect(result?.exercises?.[1]?.sets).toEqual([set('a-99', { reps: 7 })])
  })
})
