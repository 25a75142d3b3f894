import { describe, expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { table } from './published-table.ts'
import { SimulatedRun } from './simulated-run.ts'

/** The slots of a built-in program whose key stands on several days with different schemes. */
function slotsApart(id: string): string[] {
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
  ])('%s', (id, slot, light) => {
    expect(slotsApart(id)).toContain(slot)
    const run = new SimulatedRun(id, {}, { first: { [slot]: light } })
    // Each day gets its own weight in the first week: the lifter chooses.
    const days = run.program.days.filter(({ slots }) => slots.some(({ key }) => key === slot)).length
    const first = table(run, run.program.days.length, [slot])
    expect(first).toHaveLength(days)
    for (const [, text] of first) expect(text).toContain('?')
    // In the second, each continues from its own reps.
    const second = table(run, run.program.days.length, [slot]).map(([, text]) => text)
    const reps = first.map(([, text = '']) => Number(/x(\d+)/.exec(text)?.[1]))
    expect(second.map((text = '') => Number(/x(\d+)/.exec(text.replace('x', ' '))?.[1]))).toEqual(
      reps.map((count) => count + 1),
    )
  })
})
