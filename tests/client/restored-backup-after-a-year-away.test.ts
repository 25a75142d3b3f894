import { expect, test } from 'bun:test'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { restorableServer } from './support/restorable-server.ts'

const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

test('after a database is restored by copying, a device away for a year restores a missing workout and its exercise', async () => {
  const { app, backUp, restore: restoreServer } = await restorableServer({ renewsEpoch: false })
  const phone = await signUp(app)
  const { replog } = phone
  backUp()
  const lift = {
    name: 'Zercher squat',
    category: 'legs',
    equipment: 'barbell',
    tracking: 'weight_reps',
  } as const
  const { id: exerciseId } = await replog.exercises.put(lift)
  const use = (reps: number) => ({
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId, sets: [{ type: 'normal' as const, reps }] }],
  })
  await replog.workouts.put(use(1))
  await replog.sync()
  await replog.workouts.put(use(2))
  app.clock.now += 365 * dayMs
  const restored = await restoreServer(phone)
  await replog.logIn({ email: phone.email, password })
  expect(await replog.sync()).toEqual(synced)
  expect((await logIn(restored, phone.email)).replog.workouts.list().flatMap(repsOf).sort()).toEqual([1, 2])
})

test('a device that was away for a year pulls everything, keeps its outbox, and restores nothing deleted', async () => {
  const app = await testApp()
  const phone = await signUp(app)
  const { replog, email } = phone
  const stays = await replog.workouts.put(squats(1))
  const goes = await replog.workouts.put(squats(2))
  const edited = await replog.workouts.put(squats(3))
  await replog.sync()
  const tablet = await logIn(app, email)
  await replog.workouts.put(withSet(workoutIn(replog, edited.id), 4))
  const offline = await replog.workouts.put(squats(5))
  await tablet.replog.workouts.delete(goes.id)
  await tablet.replog.workouts.delete(edited.id)
  await tablet.replog.sync()
  app.clock.now += 365 * dayMs
  await collectExpired(app.db, app.clock.now)
  expect((await replog.sync()).state).toBe('login_needed')
  await replog.logIn({ email, password })
  expect(await replog.sync()).toEqual(synced)
  const ids = [stays.id, edited.id, offline.id].sort()
  expect(
    replog.workouts
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids)
  expect(repsOf(replog.workouts.get(edited.id))).toEqual([3, 4])
})
