import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, inputOf, log, problemOf, put, reps, save, type Workout, workoutOf } from '../training.ts'

const start = Date.parse('2026-06-01T18:00:00Z')
const day = 86_400_000
const app = await testApp({ now: start + 30 * day })
const bench = 'barbell-bench-press'

async function nextOf(user: TestUser): Promise<Schemas['Prescription']> {
  const path = `/api/recommendations/progression?exerciseId=${bench}`
  const [next] = (await get<Schemas['ProgressionReport']>(user, path)).body.items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

const train = (user: TestUser, on: number, kg: number, phase?: Schemas['TrainingPhase']) =>
  log(user, {
    ...workoutOf(new Date(start + on * day).toISOString(), bench, reps(5, kg), reps(5, kg), reps(5, kg)),
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
  const { phase: _, ...without } = inputOf(saved.body)
  await save(user, without, saved.etag)
  expect((await get<Workout>(user, path)).body).not.toHaveProperty('phase')
})

test('an unknown phase is 422', async () => {
  const user = await app.register()
  const body = { ...workoutOf(new Date(start).toISOString(), bench, reps(5, 60)), phase: 'holiday' }
  const refused = problemOf(await user.send('POST', '/api/workouts', { body }))
  expect(JSON.stringify(refused)).toContain('/phase')
})

test.each(['deload', 'comeback'] as const)(
  'a workout marked %s hardly lowers the expected performance, and no scheme is affected',
  async (phase) => {
    const [marked, unmarked] = [await app.register(), await app.register()]
    for (const user of [marked, unmarked]) for (let on = 0; on < 21; on += 3) await train(user, on, 100)
    await train(marked, 24, 70, phase)
    await train(unmarked, 24, 70)
    const [afterMark, after] = [await nextOf(marked), await nextOf(unmarked)]
    expect(afterMark.oneRepMax?.value).toBeGreaterThan(after.oneRepMax?.value ?? Number.NaN)
    // Without the mark, a second light day would be the new level.
    for (const user of [marked, unmarked]) await put(user, `/api/exercises/${bench}/progression`, linear, '*')
    await train(marked, 27, 70, phase)
    await train(unmarked, 27, 70)
    expect((await nextOf(marked)).sets[0]?.weight?.value).toBeGreaterThanOrEqual(100)
    expect((await nextOf(unmarked)).sets[0]?.weight?.value).toBeLessThan(80)
  },
)

const linear = { scheme: 'linear', sets: 3, reps: 5 }
