import { expect, test } from 'bun:test'
import { findProfile } from '#db/accounts/users.ts'
import { foldUpTo } from '#db/lift-memory/fold-up-to.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { memoryData } from '#training/lift-state/index.ts'
import { log, reps, workoutOf } from '../training.ts'

const app = await testApp()
const first = Date.parse('2024-01-01T10:00:00.000Z')
const workoutsBefore = 300
const added = 40

test('adding workouts far in the past stores a checkpoint near them, with the correct memory', async () => {
  const user = await app.register()
  const owner = await findProfile(app.db, user.id)
  if (!owner) throw new Error('the account does not exist')
  const logAt = (time: number, weight: number) =>
    log(user, workoutOf(new Date(time).toISOString(), 'barbell-bench-press', reps(5, weight)))
  for (let index = 0; index < workoutsBefore; index++) await logAt(first + index * dayMs, 60 + (index % 7))
  const farBack = first + 100 * dayMs
  for (let index = 1; index <= added; index++) await logAt(farBack + index * 60_000, 60 + (index % 5))

  const last = { startedAt: farBack + added * 60_000, workoutId: '~' }
  const count = app.sqlite.query<{ workouts: number }, [string, number]>(
    `select count(*) as workouts from "packedWorkouts" where "userId" = ? and "startedAt" <= ${last.startedAt} and "startedAt" >
     (select max("startedAt") from "memoryCheckpoints" where "userId" = "packedWorkouts"."userId" and "startedAt" <= ?)`,
  )
  expect(count.get(user.id, last.startedAt)?.workouts).toBeLessThan(32)
  const fromCheckpoint = await foldUpTo(app.db, owner, last)
  app.sqlite.run('delete from "memoryCheckpoints"')
  const recomputed = await rememberedLog(app.db, owner, undefined, last.startedAt)
  expect(fromCheckpoint && memoryData(fromCheckpoint)).toEqual(memoryData(recomputed.fold))
})
