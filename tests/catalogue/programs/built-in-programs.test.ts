import { describe, expect, test } from 'bun:test'
import { catalogueData } from '#catalogue/data/index.ts'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { Runner } from '#tests/training/programs/running.ts'
import { checkProgram, readProgram } from '#training/programs/index.ts'

const slugs = new Set(catalogueData.map(({ slug }) => slug))

test('there are at least seventeen built-in programs, each with a different id', () => {
  expect(builtInPrograms.length).toBeGreaterThanOrEqual(17)
  expect(new Set(builtInPrograms.map(({ id }) => id)).size).toBe(builtInPrograms.length)
})

describe('a built-in program is valid', () => {
  test.each(builtInPrograms.map((program) => [program.id, program] as const))('%s', (_, program) => {
    expect(checkProgram(readProgram(program))).toEqual([])
    expect(program.sourceUrl).toMatch(/^https:/)
    expect(program.notes.length).toBeGreaterThan(60)
    const exerciseIds = [
      ...(program.lifts ?? []).map(({ exerciseId }) => exerciseId),
      ...program.days.flatMap(({ slots }) =>
        slots.flatMap(({ exerciseId, alternatives = [] }) => [exerciseId ?? [], alternatives].flat()),
      ),
    ]
    expect(exerciseIds.filter((slug) => !slugs.has(slug))).toEqual([])
  })
})

test('every day of a built-in program has a name to show', () => {
  const names = builtInPrograms.flatMap(({ days }) => days.map(({ name = '' }) => name))
  expect(names.filter((name) => !/^[A-Z]/.test(name) || /-\d/.test(name))).toEqual([])
  const [boringButBig] = builtInPrograms.filter(({ id }) => id === '531-boring-but-big')
  expect(boringButBig?.days.map(({ name }) => name)).toEqual(['Press', 'Deadlift', 'Bench', 'Squat'])
})

test('a barbell program can be followed with dumbbells', () => {
  const equipmentOf = new Map(catalogueData.map(({ slug, equipment }) => [slug, equipment]))
  for (const id of ['stronglifts-5x5', '531-boring-but-big', 'nsuns-5-day', 'gzclp']) {
    const slots = builtInPrograms.find((program) => program.id === id)?.days.flatMap((day) => day.slots) ?? []
    for (const { key, exerciseId, alternatives = [] } of slots) {
      const primary = exerciseId === undefined ? [] : [exerciseId]
      const possible = [...primary, ...alternatives].some((slug) =>
        ['dumbbell', 'bodyweight'].includes(equipmentOf.get(slug) ?? ''),
      )
      expect([id, key, possible]).toEqual([id, key, true])
    }
  }
})

/** Starts a run of a built-in program with these starting loads. */
function startRun(id: string, bases: Record<string, number>, unit: 'kg' | 'lb' = 'kg'): Runner {
  const program = builtInPrograms.find((candidate) => candidate.id === id)
  if (!program) throw new Error(`there is no program ${id}`)
  const allBases = Object.fromEntries((program.lifts ?? []).map(({ key }) => [key, bases[key] ?? 100]))
  return new Runner(readProgram(program), allBases, unit)
}

describe('a built-in program runs for half a year, and its loads change if every set succeeds', () => {
  test.each(builtInPrograms.map(({ id }) => [id] as const))('%s', (id) => {
    const runner = startRun(id, {})
    const { program } = runner
    const steps = Math.min(26 * (program.sessionsPerWeek ?? 3), 130)
    for (let step = 0; step < steps && runner.state.next; step++) {
      runner.train((_, { key, min }) => (key === undefined ? min : min + 6))
    }
    expect(runner.state.extra).toEqual([])
    expect(runner.state.done).toBeGreaterThan(0)
    const withRules = (program.lifts ?? []).filter((lift) => (lift.rules ?? []).length > 0)
    for (const { key } of withRules) expect([key, runner.base(key)]).not.toEqual([key, 100])
  })
})
