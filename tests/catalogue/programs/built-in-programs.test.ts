import { describe, expect, test } from 'bun:test'
import { catalogueData } from '#catalogue/data/index.ts'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { Runner } from '#tests/training/programs/running.ts'
import { checkProgram, readProgram } from '#training/programs/index.ts'

const slugs = new Set(catalogueData.map(({ slug }) => slug))

test('there are at least seventeen, each with its own id', () => {
  expect(builtInPrograms.length).toBeGreaterThanOrEqual(17)
  expect(new Set(builtInPrograms.map(({ id }) => id)).size).toBe(builtInPrograms.length)
})

describe('a built-in program is valid', () => {
  test.each(builtInPrograms.map((program) => [program.id, program] as const))('%s', (_, program) => {
    expect(checkProgram(readProgram(program))).toEqual([])
    expect(program.sourceUrl).toMatch(/^https:/)
    expect(program.notes.length).toBeGreaterThan(60)
    const named = [
      ...(program.lifts ?? []).map(({ exerciseId }) => exerciseId),
      ...program.days.flatMap(({ slots }) =>
        slots.flatMap(({ exerciseId, alternatives = [] }) => [exerciseId ?? [], alternatives].flat()),
      ),
    ]
    expect(named.filter((slug) => !slugs.has(slug))).toEqual([])
  })
})

/** A run of a built-in program with these starting loads. */
function run(id: string, bases: Record<string, number>, unit: 'kg' | 'lb' = 'kg'): Runner {
  const program = builtInPrograms.find((one) => one.id === id)
  if (!program) throw new Error(`no program ${id}`)
  const all = Object.fromEntries((program.lifts ?? []).map(({ key }) => [key, bases[key] ?? 100]))
  return new Runner(readProgram(program), all, unit)
}

describe('a built-in program runs for half a year, and loads rise if every set is made', () => {
  test.each(builtInPrograms.map(({ id }) => [id] as const))('%s', (id) => {
    const runner = run(id, {})
    const { program } = runner
    const steps = Math.min(26 * (program.sessionsPerWeek ?? 3), 130)
    for (let step = 0; step < steps && runner.state.next; step++) {
      runner.train((_, { key, min }) => (key === undefined ? min : min + 6))
    }
    expect(runner.state.extra).toEqual([])
    expect(runner.state.done).toBeGreaterThan(0)
    const rules = (program.lifts ?? []).filter((lift) => (lift.rules ?? []).length > 0)
    for (const { key } of rules) expect([key, runner.base(key)]).not.toEqual([key, 100])
  })
})

describe('the numbers are the published ones', () => {
  test('Boring But Big, squat training max 120 kg', () => {
    const runner = run('531-boring-but-big', { squat: 120 })
    const weeks: (number | undefined)[][] = []
    while (runner.state.next?.cycle === 1) {
      if (runner.state.next.day === 'squat') {
        weeks.push(runner.weights('squat'))
        if (weeks.length === 1) expect(runner.weights('squat-volume')).toEqual([60, 60, 60, 60, 60])
      }
      runner.train()
    }
    expect(weeks).toEqual([
      [77.5, 90, 102.5],
      [85, 95, 107.5],
      [90, 102.5, 115],
      [47.5, 60, 72.5],
    ])
    expect(runner.base('squat')).toBe(125)
  })

  test('5/3/1 for Beginners, bench training max 200 lb, twice a week', () => {
    const runner = run('531-for-beginners', { bench: 200 }, 'lb')
    expect(runner.weights('bench')).toEqual([130, 150, 170, 130, 130, 130, 130, 130])
    while (runner.state.next?.cycle === 1) runner.train()
    expect(runner.base('bench')).toBe(205)
  })

  test('StrongLifts, 100 kg: made, then missed three times; deadlift; A B A', () => {
    const runner = run('stronglifts-5x5', {})
    const days: string[] = []
    for (let time = 0; time < 3; time++) days.push(runner.train().plan.day)
    expect(days).toEqual(['a', 'b', 'a'])
    expect(runner.base('squat')).toBe(107.5)
    expect(runner.base('deadlift')).toBe(105)
    const missing = run('stronglifts-5x5', {})
    for (let time = 0; time < 3; time++) missing.train((slot, { min }) => (slot === 'squat' ? min - 1 : min))
    expect(missing.base('squat')).toBe(90)
  })

  test('Starting Strength, squat 135 lb and deadlift 185 lb, three sessions', () => {
    const runner = run('starting-strength-1', { squat: 135, deadlift: 185 }, 'lb')
    for (let time = 0; time < 3; time++) runner.train()
    expect([runner.base('squat'), runner.base('deadlift')]).toEqual([150, 215])
  })

  test('Smolov Jr., 325 lb', () => {
    const runner = run('smolov-jr', { bench: 325 }, 'lb')
    const tops: (number | undefined)[] = []
    for (const week of ['w1', 'w2', 'w3']) {
      for (let day = 0; day < 4; day++) {
        tops.push(runner.weights(`bench-${week}`)[0])
        runner.train()
      }
    }
    expect(tops).toEqual([230, 245, 260, 275, 240, 255, 270, 285, 245, 260, 275, 290])
    expect(runner.state.next).toBeUndefined()
  })

  test('Sheiko #29, bench 100 kg', () => {
    const runner = run('sheiko-29-week-1', {})
    expect(runner.weights('bench')).toEqual([50, 60, 60, 70, 70, 75, 75, 75, 75, 75])
  })
})
