import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, reps, weigh, workoutOf } from '../training.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const days = ['2026-02-06', '2026-02-10', '2026-02-14', '2026-02-18', '2026-02-22', '2026-02-26']
const kg = (value: number) => ({ value, unit: 'kg' as const })

/** Registers a user who logs squats and bench presses every fourth day. */
async function registerSquatter(): Promise<TestUser> {
  const user = await app.register()
  for (const [index, date] of days.entries()) {
    const squat = 100 + index * 2.5
    await log(user, {
      startedAt: `${date}T17:00:00.000Z`,
      exercises: [
        { exerciseId: 'barbell-back-squat', sets: [reps(5, squat), reps(5, squat), reps(5, squat)] },
        { exerciseId: 'barbell-bench-press', sets: [reps(5, 70), reps(5, 70)] },
      ],
    })
  }
  return user
}

/** A program with one set at 100% of a base. */
function programWithOneSet(exerciseId: string, count: number, fields: Partial<Schemas['PlannedSet']> = {}) {
  return {
    name: 'One set',
    lifts: [{ key: 'lift', exerciseId, base: 'working_weight' as const }],
    days: [
      {
        key: 'day',
        slots: [
          {
            key: 'lift',
            lift: 'lift',
            sets: [
              {
                reps: { min: count, max: count },
                load: { of: 'base' as const, percent: 100 },
                ...fields,
              },
            ],
          },
        ],
      },
    ],
    weeks: [{ key: 'w1', days: ['day'] }],
  }
}

async function chanceOf(
  user: TestUser,
  weight: number,
  ...program: Parameters<typeof programWithOneSet>
): Promise<number | undefined> {
  const lifts = [{ lift: 'lift', base: kg(weight) }]
  const run = await HttpRun.createWithProgram(user, { program: programWithOneSet(...program), lifts })
  return (await run.next()).data?.slots[0]?.chance
}

test('the chance equals that of the same set in a prescription by the memory', async () => {
  const user = await registerSquatter()
  const path = '/api/recommendations/progression?exerciseId=barbell-back-squat'
  const { body } = await get<Schemas['ProgressionReport']>(user, path)
  const [item] = body.items
  if (item?.status !== 'prescription') throw new Error('the report has no prescription')
  const [first] = item.sets
  const weight = first?.weight?.value ?? 0
  const chance = await chanceOf(user, weight, 'barbell-back-squat', first?.reps?.min ?? 0)
  expect(chance).toBeGreaterThan(0)
  expect(chance).toBeLessThan(1)
  expect(chance).toBe(item.chance)
})

test('the chance decreases with weight and reps, and an open-ended set counts with its fewest reps', async () => {
  const user = await registerSquatter()
  const squatChance = (weight: number, count: number, fields?: Partial<Schemas['PlannedSet']>) =>
    chanceOf(user, weight, 'barbell-back-squat', count, fields)
  const [light = 0, five = 0, heavy = 0] = [
    await squatChance(100, 5),
    await squatChance(117.5, 5),
    await squatChance(140, 5),
  ]
  expect([light > five, five > heavy, light > 0.9, heavy < 0.05]).toEqual([true, true, true, true])
  expect(await squatChance(117.5, 3)).toBeGreaterThan(five)
  expect(await squatChance(117.5, 5, { openEnded: true })).toBe(five)
  expect(await squatChance(117.5, 5, { type: 'warmup' })).toBeUndefined()
})

test('the chance of a 5/3/1 slot is that of the top set, in next and in each week of the preview', async () => {
  const user = await registerSquatter()
  const bases = { squat: 120, bench: 75, deadlift: 140, press: 50 }
  const lifts = Object.entries(bases).map(([lift, value]) => ({ lift, base: kg(value) }))
  const run = await HttpRun.create(user, { programId: '531-boring-but-big', programRevision: 1, lifts })
  const { data } = await run.next({ day: 'squat' })
  const [main, volume] = data?.slots ?? []
  expect(main?.reasons[1]).toContain('heaviest set')
  expect(main?.chance).toBe(await chanceOf(user, 102.5, 'barbell-back-squat', 5))
  expect(volume?.chance).toBe(await chanceOf(user, 60, 'barbell-back-squat', 10))
  expect((await run.next({ day: 'deadlift' })).data?.slots[0]?.chance).toBeUndefined()

  const { data: program } = await user.client.GET('/api/programs/{id}', {
    params: { path: { id: '531-boring-but-big' } },
  })
  if (!program) throw new Error('the program does not exist')
  const { id, source, revision, ...input } = program
  const { data: preview } = await user.client.POST('/api/programs/preview', {
    body: { program: input, lifts },
  })
  const slots = preview?.weeks.map((week) => week.days.find(({ day }) => day === 'squat')?.slots[0]) ?? []
  const expected = [
    [102.5, 5],
    [107.5, 3],
    [115, 1],
    [72.5, 5],
  ] as const
  for (const [index, [weight, count]] of expected.entries())
    expect(slots[index]?.chance).toBe(await chanceOf(user, weight, 'barbell-back-squat', count))
})

test('easy sets done as planned don’t make a heavier week unlikely, but a missed set does', async () => {
  const user = await app.register()
  const lift = { key: 'lift', exerciseId: 'barbell-back-squat', base: 'training_max' as const }
  const weekOf = (week: string, percent: number) => ({
    week,
    sets: [{ count: 3, reps: { min: 5, max: 5 }, load: { of: 'base' as const, percent } }],
  })
  const program = {
    name: 'Percentages',
    lifts: [lift],
    waves: [{ key: 'wave', weeks: [weekOf('w1', 70), weekOf('w2', 80), weekOf('w3', 85)] }],
    days: [{ key: 'day', slots: [{ key: 'lift', lift: 'lift', wave: 'wave' }] }],
    weeks: ['w1', 'w2', 'w3'].map((key) => ({ key, days: ['day'] })),
  }
  const lifts = [{ lift: 'lift', base: kg(100) }]
  const run = await HttpRun.createWithProgram(user, { program, lifts })
  await run.train('2026-02-16T17:00:00.000Z')
  const planned = (await run.next()).data?.slots[0]
  expect(planned?.reasons).toEqual(['80% of your 100 kg training max.'])
  expect(planned?.chance).toBeUndefined()
  await run.train('2026-02-23T17:00:00.000Z', () => 3)
  const afterMiss = (await run.next()).data?.slots[0]
  expect(afterMiss?.chance).toBeLessThan(0.2)
  expect(afterMiss?.reasons[1]).toContain('Your chance of making the first set')
})

test('the chance of a bodyweight exercise includes the bodyweight', async () => {
  const user = await app.register()
  await weigh(user, '2026-02-01T07:00:00.000Z', 80)
  for (const date of days)
    await log(user, workoutOf(`${date}T17:00:00.000Z`, 'chin-up', reps(6, 10), reps(6, 10), reps(5, 10)))
  const [usual = 0, heavy = 0] = [
    await chanceOf(user, 10, 'chin-up', 5),
    await chanceOf(user, 40, 'chin-up', 5),
  ]
  expect([usual > 0.5, heavy < 0.1]).toEqual([true, true])
})

test('a set at 100% of the base is explained by the base alone', async () => {
  const lifts = [{ lift: 'lift', base: kg(100) }]
  const program = programWithOneSet('barbell-back-squat', 5)
  const run = await HttpRun.createWithProgram(await app.register(), { program, lifts })
  const { data } = await run.next()
  expect(data?.slots[0]?.reasons).toEqual(['Your 100 kg working weight.'])
})

test('an alternative that is used because of the equipment has no chance', async () => {
  const user = await registerSquatter()
  const program = programWithOneSet('barbell-back-squat', 5)
  const [day] = program.days
  const [slot] = day?.slots ?? []
  if (slot) Object.assign(slot, { alternatives: ['goblet-squat'] })
  await user.client.PATCH('/api/users/me', {
    params: { header: { 'If-Match': '*' } },
    body: { equipment: ['dumbbell', 'bodyweight'] },
  })
  const run = await HttpRun.createWithProgram(user, { program, lifts: [{ lift: 'lift', base: kg(100) }] })
  const { data } = await run.next()
  expect([data?.slots[0]?.exerciseId, data?.slots[0]?.chance]).toEqual(['goblet-squat', undefined])
})
