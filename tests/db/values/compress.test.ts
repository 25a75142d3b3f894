import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { toJson } from '#db/engine/json.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { compress, decompress } from '#db/values/compress.ts'
import { dictionary1 } from '#db/values/compress-dictionary.ts'
import { insertUser, openTestDatabase, temporaryFolder } from '#tests/db/fixture.ts'

test('decompress returns the value whose JSON was compressed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decompress<unknown>(compress(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('ids are restored anywhere in a string, as are strings that look like ids or placeholders', () => {
  const piece = fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => id.toUpperCase()),
    fc.constantFrom('\u0001', '"', '\\u0001'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))), (texts) => {
      expect(decompress<string[]>(compress(JSON.stringify(texts)))).toEqual(texts)
    }),
  )
})

test('more ids than the 16-bit count allows are also restored', () => {
  const ids = Array.from({ length: 65_540 }, () => crypto.randomUUID())
  expect(decompress<string[]>(compress(JSON.stringify(ids)))).toEqual(ids)
})

test('bytes in an unknown format are an error', () => {
  const bytes = compress('{"a":1}')
  bytes[0] = 2
  expect(() => decompress(bytes)).toThrow('unknown compression format: 2')
  expect(() => decompress(new Uint8Array())).toThrow('unknown compression format')
})

test('the dictionary of the first format has not changed since its release', () => {
  // Existing databases need this dictionary: never change the hash; add another format instead.
  expect(new Bun.CryptoHasher('sha256').update(dictionary1).digest('hex')).toBe(
    '95e28259c5cba5864feb10bcdde2c0e056667e3ab955c0c86273f32a6efabaad',
  )
})

test('a workout saved 25 times while it grows to 25 sets adds less than 30 kB to the file, including page overhead', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const workoutId = crypto.randomUUID()
  const userId = await insertUser(db)
  await kyselyOf(db)
    .insertInto('workouts')
    .values({
      userId,
      id: workoutId,
      searchText: '',
      startedAt: 0,
      timeZone: 'UTC',
      localStartedAt: 0,
      revision: 1,
      createdAt: 0,
      updatedAt: 0,
      seq: 1,
      content: toJson({ id: workoutId, startedAt: '', timeZone: 'UTC', exercises: [] }),
    })
    .execute()
  const pageBytes = () =>
    Number(runSql(sqlite, 'select sum(pgsize) from dbstat where name like ?', '%workoutRevisions%')[0]?.[0])
  const pageBytesBefore = pageBytes()
  let contentBytes = 0
  for (const [revision, workout] of growingWorkout().entries()) {
    const content = compress(JSON.stringify({ id: workoutId, ...workout }))
    contentBytes += content.length
    const replacedAt = Date.now()
    await kyselyOf(db)
      .insertInto('workoutRevisions')
      .values({ userId, workoutId, revision, replacedAt, reason: 'replaced', content })
      .execute()
  }
  expect(contentBytes).toBeLessThan(15_000)
  expect(pageBytes() - pageBytesBefore).toBeLessThan(30_000)
})

/** The states of a workout that grows set by set, with unpredictable ids. */
function growingWorkout() {
  const exercises: { id: string; exerciseId: string; sets: object[] }[] = []
  const lifts = [
    'barbell-bench-press',
    'incline-dumbbell-press',
    'cable-fly',
    'triceps-pushdown',
    'lateral-raise',
  ]
  return Array.from({ length: 25 }, (_, i) => {
    const exerciseId = lifts[Math.floor(i / 5)] ?? ''
    if (i % 5 === 0) exercises.push({ id: crypto.randomUUID(), exerciseId, sets: [] })
    exercises.at(-1)?.sets.push({
      id: crypto.randomUUID(),
      type: i % 5 === 0 ? 'warmup' : 'normal',
      weight: { value: 40 + ((i * 37) % 60) * 1.25, unit: 'kg' },
      reps: 5 + ((i * 3) % 8),
      rpe: 6 + (i % 9) / 2,
      restSeconds: 90 + (i % 4) * 30,
      completedAt: new Date(Date.UTC(2026, 10, 20, 17, 5) + i * 187_345).toISOString(),
      target: { reps: { min: 5, max: 8 }, rpe: 8 },
    })
    return structuredClone({
      startedAt: '2026-11-20T17:02:00.000Z',
      exercises,
      name: 'Push A',
      notes: 'felt strong',
    })
  })
}
