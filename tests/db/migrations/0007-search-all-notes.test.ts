import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { ask } from '#db/engine/sqlite/ask.ts'
import { up } from '#db/migrations/0007-search-all-notes.ts'
import { log, reps, workoutOf } from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'

test('the migration gives existing workouts the search text that saving them gives', async () => {
  const app = await testApp()
  for (const user of [await app.register(), await app.register()]) {
    const plain = workoutOf('2026-03-09T10:00:00Z', 'plank', reps(5))
    await log(user, { ...plain, name: 'Müde', notes: 'Épaules' })
    await log(user, {
      startedAt: '2026-03-08T10:00:00Z',
      exercises: [
        { exerciseId: 'plank', notes: 'Ellbogen', sets: [reps(1, undefined, { notes: 'Größer' })] },
        { exerciseId: 'plank', sets: [reps(1, undefined, { notes: 'wobbly' }), reps(2)] },
      ],
    })
    await log(user, { startedAt: '2026-03-07T10:00:00Z', exercises: [] })
  }
  const lines = () =>
    ask(app.sqlite, 'select searchText from workouts order by userId, id').map(([text]) =>
      String(text).split('\n').toSorted(),
    )
  const written = lines()
  expect(written.flat().toSorted()).toContain('groesser')
  ask(app.sqlite, "update workouts set searchText = 'old'")
  await up(kyselyOf(app.db))
  expect(lines()).toEqual(written)
})
