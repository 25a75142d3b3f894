import { describe, expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { setsPerWorkout } from './published-table.ts'
import { SimulatedRun } from './simulated-run.ts'

/** The keys of the slots of a built-in program that have different schemes on different days. */
function slotsWithSeveralSchemes(id: string): string[] {
  const days = builtInPrograms.find((program) => program.id === id)?.days ?? []
  const schemes = Map.groupBy(
    days.flatMap(({ slots }) => slots),
    ({ key }) => key,
  )
  return [...schemes].flatMap(([key, slots]) =>
    new Set(slots.map(({ progression }) => JSON.stringify(progression))).size > 1 ? key : [],
  )
}

describe('heavy and light days of an exercise have separate histories', () => {
  test.each([
    ['phat', 'machine-hack-squat', 200],
    ['phul', 'lying-leg-curl', 60],
  ])('%s', (id, slot, startingWeight) => {
    expect(slotsWithSeveralSchemes(id)).toContain(slot)
    const run = new SimulatedRun(id, {}, { startingWeights: { [slot]: startingWeight } })
    // In the first week, the second day's weight follows from the first day's. The lifter chooses their own.
    const days = run.program.days.filter(({ slots }) => slots.some(({ key }) => key === slot)).length
    const firstWeek = setsPerWorkout(run, run.program.days.length, [slot])
    expect(firstWeek).toHaveLength(days)
    expect(firstWeek.map(([, text]) => text?.includes('?'))).toEqual([true, false])
    // In the second week, each day continues from its own reps.
    const secondWeek = setsPerWorkout(run, run.program.days.length, [slot]).map(([, text]) => text)
    const reps = firstWeek.map(([, text = '']) => Number(/x(\d+)/.exec(text)?.[1]))
    expect(secondWeek.map((text = '') => Number(/x(\d+)/.exec(text.replace('x', ' '))?.[1]))).toEqual(
      reps.map((count) => count + 1),
    )
  })
})
