import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, inputOf, log, problemOf, put, reps, save, type Workout, workoutOf } from '../training.ts'

const start = Date.parse('2026-06-01T18:00:00Z')
const app = await testApp({ now: start + 30 * dayMs })
const bench = 'barbell-bench-press'

async function nextOf(user: TestUser): Promise<Schemas['Prescription']> {
  const path = `/api/recommendations/progression?exerciseId=${bench}`
  const [next] = (await get<Schemas['ProgressionReport']>(user, path)).body.items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

const train = (user: TestUser, dayIndex: number, kg: number, phase?: Schemas['TrainingPhase']) =>
  log(user, {
    ...workoutOf(
      new Date(start + dayIndex * dayMs).toISOString(),
      bench,
      reps(5, kg),
      reps(5, kg),
      reps(5, kg),
    ),
    ...(phase && { phase }),
  })

test('a phase is stored, changed, removed, synced and exported', async () => {
  const user = await app.register()
  const posted = await train(user, 1, 60, 'deload')
  expect(posted.body.phase).toBe('deload')
  const path = `/api/workouts/${posted.body.id}`
  const saved = await save(user, { ...inputOf(posted.body), phase: 'peak' }, posted.etag)
  expect((await get<Workout>(user, path)).body.phase).toBe('peak')
  const exported = (await user.send('GET', '/api/users/me/export')).json<Schemas['AccountExport']>()
  expect(exported.workouts[0]?.phase).toBe('peak')
  const changes = (await user.send('GET', '/api/sync/changes')).text
  expect(changes).toContain('"phase":"peak"')
  const { phase: _, ...withoutPhase } = inputOf(saved.body)
  await save(user, withoutPhase, saved.etag)
  expect((await get<Workout>(user, path)).body).not.toHaveProperty('phase')
})

test('an unknown phase gets 422', async () => {
  const user = await app.register()
  const body = { ...workoutOf(new Date(start).toISOString(), bench, reps(5, 60)), phase: 'holiday' }
  const problem = problemOf(await user.send('POST', '/api/workouts', { body }))
  expect(JSON.stringify(problem)).toContain('/phase')
})

test.each(['deload', 'comeback'] as const)(
  'a workout with the phase %s hardly lowers the expected performance, and does not affect schemes',
  async (phase) => {
    const [marked, unmarked] = [await app.register(), await app.register()]
    for (const user of [marked, unmarked])
      for (let dayIndex = 0; dayIndex < 21; dayIndex += 3) await train(user, dayIndex, 100)
    await train(marked, 24, 70, phase)
    await train(unmarked, 24, 70)
    const [afterMark, after] = [await nextOf(marked), await nextOf(unmarked)]
    expect(afterMark.oneRepMax?.value).toBeGreaterThan(after.oneRepMax?.value ?? Number.NaN)
    // With a scheme, a second light day without the phase becomes the new level.
    for (const user of [marked, unmarked]) await put(user, `/api/exercises/${bench}/progression`, linear, '*')
    await train(marked, 27, 70, phase)
    await train(unmarked, 27, 70)
    expect((await nextOf(marked)).sets[0]?.weight?.value).toBeGreaterThanOrEqual(100)
    expect((await nextOf(unmarked)).sets[0]?.weight?.value).toBeLessThan(80)
  },
)

const linear = { scheme: 'linear', sets: 3, reps: 5 }
