import { expect, spyOn, test } from 'bun:test'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { findExercise } from '#db/exercises/find.ts'
import { listExerciseIds, listExercises } from '#db/exercises/list.ts'
import { exerciseNames } from '#db/exercises/names.ts'
import { listUsedExerciseIds } from '#db/exercises/use.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'

test('every query on exercises uses an index', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const page = { sort: 'name', after: undefined, limit: 50 } as const
  const prepare = spyOn(sqlite, 'prepare')
  await findExercise(db, undefined, 'barbell-row')
  await findExercise(db, userId, 'barbell-row')
  await findExerciseFacts(db, userId, new Set(['barbell-row']))
  await listExercises(db, undefined, { category: 'push' }, page)
  await listExercises(db, userId, { category: 'push' }, page)
  await listExercises(db, userId, { source: 'custom' }, page)
  await listExercises(db, userId, { category: 'push' }, { ...page, sort: 'recent' })
  await listExercises(db, userId, { ids: ['barbell-row'] }, page)
  await listExerciseIds(db, userId, { category: 'push' })
  await exerciseNames(db, userId)
  await listUsedExerciseIds(db, userId)
  const texts = prepare.mock.calls.map(([text]) => text).filter((text) => text.startsWith('select'))
  prepare.mockRestore()
  expect(texts).toHaveLength(12)
  for (const text of texts) {
    const steps = runSql(sqlite, `explain query plan ${text}`).map((row) => String(row[3]))
    expect(
      steps.filter((step) => /^SCAN (?:customExercises|workouts|performedExercises)\b/.test(step)),
    ).toEqual([])
    // The catalogue is small and is scanned when all of it is listed.
    expect(
      steps.some((step) =>
        /^(?:SEARCH (?:customExercises|workouts) USING (?:COVERING )?INDEX|S\w+ catalogueExercises)/.test(
          step,
        ),
      ),
    ).toBe(true)
  }
})
