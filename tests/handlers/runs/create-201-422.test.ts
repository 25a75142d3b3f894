import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf, kg, squatProgram } from '../programs/sample.ts'
import { log, remove, reps, workoutOf } from '../training.ts'
import { squatAt } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })

/** Registers a user and stores the sample program. */
async function registerWithProgram() {
  const user = await app.register()
  const { data } = await user.client.POST('/api/programs', { body: squatProgram() })
  return { user, programId: data?.id ?? '' }
}

test('422 base_missing lists each lift whose base cannot be derived, and no run is stored', async () => {
  const user = await app.register()
  const { error } = await user.client.POST('/api/runs', {
    body: {
      programId: '531-boring-but-big',
      programRevision: 1,
      lifts: [{ lift: 'bench', base: kg(90) }],
    },
  })
  expect(errorsOf(error)).toEqual([
    ['/lifts', 'base_missing'],
    ['/lifts', 'base_missing'],
    ['/lifts', 'base_missing'],
  ])
  for (const [index, lift] of ['press', 'deadlift', 'squat'].entries()) {
    expect(error?.errors?.[index]?.message).toContain(` ${lift} `)
  }
  expect((await user.client.GET('/api/runs')).data?.items).toEqual([])
})

test('a missing base is derived from the log', async () => {
  const { user, programId } = await registerWithProgram()
  await log(user, workoutOf('2026-02-27T17:00:00.000Z', 'barbell-back-squat', reps(1, 120)))
  const { data } = await user.client.POST('/api/runs', { body: { programId, programRevision: 1 } })
  expect(data?.lifts).toEqual(squatAt(90))
  expect(data?.state).toMatchObject({ next: { cycle: 1, week: 'w1', day: 'heavy' }, done: 0 })
})

test('a derived base is lower after a long break, and a probable typing error is ignored', async () => {
  const { user, programId } = await registerWithProgram()
  for (const day of [1, 8, 15, 22]) {
    const at = `2025-05-${String(day).padStart(2, '0')}T17:00:00.000Z`
    await log(user, workoutOf(at, 'barbell-back-squat', reps(5, day === 22 ? 1200 : 120)))
  }
  const { data } = await user.client.POST('/api/runs', { body: { programId, programRevision: 1 } })
  const baseWithoutBreak = 120 * (1 + 5 / 30) * 0.75
  expect(data?.lifts[0]?.base.value).toBeGreaterThan(0.8 * baseWithoutBreak)
  expect(data?.lifts[0]?.base.value).toBeLessThan(0.95 * baseWithoutBreak)
})

test('422 unknown_program for a program that is unknown, deleted or another user’s', async () => {
  const { user, programId } = await registerWithProgram()
  const { programId: othersProgramId } = await registerWithProgram()
  await remove(user, `/api/programs/${programId}`)
  for (const id of ['no-such-program', programId, othersProgramId]) {
    const { error } = await user.client.POST('/api/runs', {
      body: { programId: id, programRevision: 1, lifts: squatAt(100) },
    })
    expect(errorsOf(error)).toEqual([['/programId', 'unknown_program']])
  }
})

test('422 unknown_revision for a revision that the program never had', async () => {
  const { user, programId } = await registerWithProgram()
  for (const id of [programId, 'gzclp']) {
    const { error } = await user.client.POST('/api/runs', { body: { programId: id, programRevision: 99 } })
    expect(errorsOf(error)).toEqual([['/programRevision', 'unknown_revision']])
  }
})

test('422 for a base of an unknown lift, and for two bases of the same lift', async () => {
  const { user, programId } = await registerWithProgram()
  const { error } = await user.client.POST('/api/runs', {
    body: {
      programId,
      programRevision: 1,
      lifts: [...squatAt(100), ...squatAt(110), { lift: 'bench', base: kg(80) }],
    },
  })
  expect(errorsOf(error)).toEqual([
    ['/lifts/1/lift', 'duplicate_key'],
    ['/lifts/2/lift', 'unknown_lift'],
  ])
})
