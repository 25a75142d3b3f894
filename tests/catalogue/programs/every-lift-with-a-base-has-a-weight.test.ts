import { describe, expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { Bases, readProgram, readySlots } from '#training/programs/index.ts'
import { builtInExercises, SimulatedRun } from './simulated-run.ts'

const days = userDays({ timeZone: 'UTC' })
const at = Date.UTC(2026, 0, 5, 17)

/** The sets without a weight of a program's first two weeks, before any workout, for lifts with a base of 100 kg. */
function setsWithoutWeight(id: string): string[] {
  const content = builtInPrograms.find((candidate) => candidate.id === id)
  if (!content) throw new Error(`there is no program ${id}`)
  const program = readProgram(content)
  const { lifts = [] } = program
  const bases = new Bases(new Map(lifts.map(({ key }) => [key, 100_000])))
  const steps = [1, 2].flatMap((cycle) =>
    program.weeks.flatMap(({ key: week, days: weekDays }) => weekDays.map((day) => ({ cycle, week, day }))),
  )
  return steps.slice(0, 2 * (program.sessionsPerWeek ?? 4)).flatMap((step) => {
    const state = { bases: bases.for(step.cycle), swaps: new Map<string, string>(), countedWorkouts: [] }
    const slots = readySlots(program, state, step, {
      gear: { unit: 'kg' },
      exercises: builtInExercises,
      workouts: [],
      earlierSets: () => [],
      bodyweightAt: bodyweightOver([], days),
      days,
      since: at,
      at,
      unit: 'kg',
    })
    return slots.flatMap(({ slot, exerciseId, sets }) => {
      const isLift = lifts.some((lift) => lift.exerciseId === exerciseId)
      const hasWeights = sets.every(({ weightGrams }) => weightGrams !== undefined)
      return isLift && !hasWeights ? [`${step.week} ${step.day} ${slot.key}`] : []
    })
  })
}

describe('a lift with a base has a weight on every day of the first two weeks', () => {
  test.each(builtInPrograms.map(({ id }) => [id]))('%s', (id) => {
    expect(setsWithoutWeight(id)).toEqual([])
  })
})

test('before its heavy day, a volume day begins from the base; after it, from the sets that were done', () => {
  const bases = { deadlift: 100, bench: 60, squat: 80, row: 50, press: 40 }
  const run = new SimulatedRun('metallicadpa-ppl', bases)
  run.train()
  // Eight reps with two in reserve, from 40 kg × 5.
  expect(run.sets('press-volume')).toBe('3x 35x8-12')
  for (let step = 0; step < 3; step++) run.train()
  expect(run.sets('press')).toBe('4x 40x5 40x5+')
  expect(run.sets('bench-volume')).toBe('3x 52.5x8-12')
  for (let step = 0; step < 3; step++) run.train()
  expect(run.sets('press-volume')).toBe('3x 35x9-12')
})
