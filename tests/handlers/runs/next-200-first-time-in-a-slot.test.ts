import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { kg } from '../programs/sample.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-09T17:00:00Z') })
const startingKilograms: Readonly<Record<string, number>> = {
  'squat-t1': 100,
  'bench-t2': 60,
  'lat-pulldown-t3': 40,
}

/** Trains the next day of a novice's run, with their own weights where the program has none. */
async function trainWithOwnWeights(run: HttpRun, startedAt: string): Promise<void> {
  const { data: workout } = await run.start({ startedAt })
  if (!workout) throw new Error('the workout was not started')
  const exercises = workout.exercises.map((exercise) => ({
    ...exercise,
    sets: exercise.sets.map((set) => ({ weight: kg(startingKilograms[exercise.slot ?? ''] ?? 20), ...set })),
  }))
  await run.finish({ ...workout, exercises })
}

test('a lift never done in this tier of GZCLP starts from its sets in the other tier', async () => {
  const run = await HttpRun.create(await app.register(), { programId: 'gzclp', programRevision: 1 })
  const { data: first } = await run.next()
  expect(first?.workout?.exercises.map(({ sets }) => sets[0]?.weight)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  await trainWithOwnWeights(run, '2026-03-02T17:00:00Z')
  await trainWithOwnWeights(run, '2026-03-04T17:00:00Z')
  const { data: next } = await run.next()
  expect(next?.step?.day).toBe('a2')
  const [bench, squat, pulldown] = next?.workout?.exercises ?? []
  // 85% of the five-rep max that 60 kg × 10 shows, and the weight for ten reps that 100 kg × 3 shows.
  expect(bench?.sets.map(({ weight, target }) => [weight?.value, target?.reps?.min])).toEqual(
    Array.from({ length: 5 }, () => [60, 3]),
  )
  expect(squat?.sets.map(({ weight, target }) => [weight?.value, target?.reps?.min])).toEqual(
    Array.from({ length: 3 }, () => [75, 10]),
  )
  const elsewhere = 'The weight follows from this exercise’s sets elsewhere in the program.'
  expect(next?.slots.map(({ rule, reasons }) => [rule, reasons.includes(elsewhere)])).toEqual([
    ['gzclp.start', true],
    ['gzclp.start', true],
    ['gzclp.same', false],
  ])
  expect(pulldown?.sets[0]?.weight).toEqual(kg(40))
})

test('once a tier has its own sets, it progresses from those alone', async () => {
  const run = await HttpRun.create(await app.register(), { programId: 'gzclp', programRevision: 1 })
  for (const date of ['02', '04', '05', '06']) await trainWithOwnWeights(run, `2026-03-${date}T17:00:00Z`)
  const { data: next } = await run.next()
  expect(next?.step).toMatchObject({ cycle: 2, day: 'a1' })
  const [squat, bench] = next?.workout?.exercises ?? []
  expect([squat?.sets[0]?.weight, bench?.sets[0]?.weight]).toEqual([kg(105), kg(62.5)])
})

test('a volume day before the first heavy day starts from the base of the lift', async () => {
  const lifts = Object.entries({ deadlift: 100, bench: 60, squat: 80, row: 50, press: 40 })
  const run = await HttpRun.create(await app.register(), {
    programId: 'metallicadpa-ppl',
    programRevision: 2,
    lifts: lifts.map(([lift, value]) => ({ lift, base: kg(value) })),
  })
  await trainWithOwnWeights(run, '2026-03-02T17:00:00Z')
  const { data: next } = await run.next()
  expect(next?.step?.day).toBe('push-1')
  const press = next?.slots.findIndex(({ slot }) => slot === 'press-volume') ?? -1
  expect(next?.workout?.exercises[press]?.sets.map(({ weight }) => weight)).toEqual([kg(35), kg(35), kg(35)])
  expect(next?.slots[press]).toMatchObject({
    rule: 'double.start',
    reasons: ['The weight follows from your 40 kg working weight.'],
  })
})
