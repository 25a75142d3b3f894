import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { listChangedPackedWorkouts, listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { allTime } from '#db/values/instant.ts'
import { historyOfAll } from '#services/analytics/history-of-all.ts'
import { testApp } from '#tests/support/app.ts'
import type { SetHistory } from '#training/records/set-history.ts'
import { get, log, remove, reps, save, type Workout, weigh, workoutOf } from '../training.ts'
import { createVeteran, midnight, type Veteran, workouts } from './long-history.ts'

const app = await testApp()
const bench = 'barbell-bench-press'

async function baseOf({ profile }: Veteran) {
  return (await historyOfAll(app.db, await profile(), { unit: 'kg' })).base
}

test('a change in recent months does not recompute the earlier history', async () => {
  const veteran = await createVeteran(app)
  const { user, workoutIds } = veteran
  await weigh(user, midnight(-1).toISOString(), 80)
  const baseBefore = await baseOf(veteran)
  expect(baseBefore.index).toBeGreaterThan(workouts / 2)
  const today = midnight(workouts).toISOString()
  const { body, etag } = await log(user, workoutOf(today, bench, reps(5, 100)))
  expect(await baseOf(veteran)).toBe(baseBefore)
  await save(user, { ...workoutOf(today, bench, reps(6, 100)), id: body.id }, etag)
  expect(await baseOf(veteran)).toBe(baseBefore)
  await weigh(user, today, 81)
  expect(await baseOf(veteran)).toBe(baseBefore)
  await remove(user, `/api/workouts/${workoutIds[baseBefore.index]}`)
  expect(await baseOf(veteran)).toBe(baseBefore)
})

test('a change to an earlier workout or bodyweight recomputes the history', async () => {
  const veteran = await createVeteran(app)
  const { user, workoutIds } = veteran
  await weigh(user, midnight(-1).toISOString(), 80)
  const baseBefore = await baseOf(veteran)
  const path = `/api/workouts/${workoutIds[baseBefore.index - 1]}`
  const { body, etag } = await get<Workout>(user, path)
  await save(user, { ...workoutOf(body.startedAt, bench, reps(5, 300)), id: body.id }, etag)
  const edited = await baseOf(veteran)
  expect(edited).not.toBe(baseBefore)
  await weigh(user, midnight(100).toISOString(), 90)
  expect(await baseOf(veteran)).not.toBe(edited)
})

test('the second of two changes far back continues from before the first, with the result of a recount', async () => {
  const veteran = await createVeteran(app)
  const { user } = veteran
  const current = async () => historyOfAll(app.db, await veteran.profile(), { unit: 'kg' })
  await current()
  const logOn = (day: number) => log(user, workoutOf(midnight(day + 0.5).toISOString(), bench, reps(5, 41)))
  await logOn(300)
  const { farBase } = await current()
  expect(farBase?.index).toBe(200)
  await logOn(299)
  await logOn(305)
  const { farBase: same, history } = await current()
  expect(same).toBe(farBase)
  // Inside a transaction, nothing is cached.
  const profile = await veteran.profile()
  const recount = await transact(app.db, user.id, (tx) => historyOfAll(tx, profile, { unit: 'kg' }))
  const summaryOf = ({ totals, workoutIds, bests, beaten }: SetHistory) => ({
    totals,
    workoutIds,
    bests: [...bests.values()].map((exercise) => exercise.current()),
    beaten: beaten.indexesIn(allTime, undefined).map((index) => beaten.at(index)),
  })
  expect(summaryOf(history)).toEqual(summaryOf(recount.history))
  await logOn(20)
  expect((await current()).farBase).not.toBe(farBase)
})

test('only changed packed workouts are read again', async () => {
  const { user, workoutIds } = await createVeteran(app)
  const { seq } = await findSeq(app.db, user.id)
  expect((await listChangedPackedWorkouts(app.db, user.id, seq)).size).toBe(0)
  await remove(user, `/api/workouts/${workoutIds[7]}`)
  const { body } = await log(user, workoutOf(midnight(3).toISOString(), bench, reps(5, 100)))
  const rows = await listPackedWorkouts(app.db, user.id)
  expect(Object.fromEntries(await listChangedPackedWorkouts(app.db, user.id, seq))).toStrictEqual({
    [workoutIds[7] ?? '']: undefined,
    [body.id]: rows.find(({ workoutId }) => workoutId === body.id),
  })
})
