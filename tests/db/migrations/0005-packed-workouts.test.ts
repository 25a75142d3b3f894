import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { ask } from '#db/engine/sqlite/ask.ts'
import { up } from '#db/migrations/0005-packed-workouts.ts'
import { listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import { log, remove, reps, workoutOf } from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'

test('the migration packs existing workouts exactly as saving them does', async () => {
  const app = await testApp()
  const ada = await app.register()
  const bob = await app.register()
  for (const user of [ada, bob]) {
    await log(user, workoutOf('2026-03-09T10:00:00Z', 'pull-up', reps(5), reps(6, 2.5)))
    const { body } = await log(
      user,
      workoutOf('2026-03-08T10:00:00Z', 'plank', { type: 'normal', durationSeconds: 60 }),
    )
    await log(user, workoutOf('2026-03-07T10:00:00Z', 'plank', { type: 'warmup', reps: 1 }))
    await remove(user, `/api/workouts/${body.id}`)
  }
  const written = [await listPackedWorkouts(app.db, ada.id), await listPackedWorkouts(app.db, bob.id)]
  expect(written.map((rows) => rows.length)).toEqual([2, 2])
  ask(app.sqlite, 'drop table packedWorkouts')
  await up(kyselyOf(app.db))
  // As a later migration does.
  ask(app.sqlite, "alter table packedWorkouts add column timeZone text not null default 'UTC'")
  ask(app.sqlite, 'alter table packedWorkouts add column localStartedAt integer not null default 0')
  ask(app.sqlite, 'update packedWorkouts set localStartedAt = startedAt')
  expect([await listPackedWorkouts(app.db, ada.id), await listPackedWorkouts(app.db, bob.id)]).toEqual(
    written,
  )
})
