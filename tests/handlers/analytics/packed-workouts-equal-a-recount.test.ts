import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { findProfile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { advanceCheckpoint } from '#db/lift-memory/advance-checkpoint.ts'
import { type CheckpointHead, findCheckpointContent, listCheckpoints } from '#db/lift-memory/checkpoints.ts'
import type { RememberedLog } from '#db/lift-memory/fold-tail.ts'
import { unpackMemory } from '#db/lift-memory/memory-bytes.ts'
import { memoryContext } from '#db/lift-memory/memory-context.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import { listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import { packedRow, performedRows } from '#db/packed/save.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { Schemas } from '#generated/types.ts'
import { lastRememberedLog, liftMemory } from '#services/training-log/lift-memory.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { MemoryFold, memoryData } from '#training/lift-state/index.ts'
import { importAll, strongFile } from '../imports/import-file.ts'
import { expectBody, listAll, log, remove, reps, save, weigh } from '../training.ts'
import { anyWorkout, lifts } from '../workouts/arbitrary-workout.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })

/** A workout. Half of them start at one of two instants, so that only their ids determine their order. */
const workout = fc.oneof(
  anyWorkout,
  fc
    .tuple(anyWorkout, fc.constantFrom('2026-04-20T10:00:00.000Z', '2026-05-20T10:00:00.000Z'))
    .map(([{ endedAt: _, ...others }, startedAt]) => ({ ...others, startedAt })),
)

/** The changes to a history, applied in sequence. `which` selects an existing item. */
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('log' as const), workout }),
  fc.record({
    kind: fc.constant('replace' as const),
    which: fc.nat(9),
    workout,
    keepsStart: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('delete' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('restore' as const), which: fc.nat(9), first: fc.boolean() }),
  fc.record({ kind: fc.constant('import' as const), day: fc.integer({ min: 10, max: 28 }) }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat(3) }),
  fc.record({
    kind: fc.constant('weigh' as const),
    month: fc.integer({ min: 1, max: 6 }),
    kilograms: fc.integer({ min: 60, max: 90 }),
  }),
)
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never

/** A user with a changing history, and the ids of all logged workouts and imports, even deleted ones. */
interface ChangingAccount {
  readonly user: TestUser
  readonly logged: string[]
  readonly imported: string[]
}

async function applyChange({ user, logged, imported }: ChangingAccount, change: Change): Promise<void> {
  const path = (which: number) => `/api/workouts/${logged[which % logged.length]}`
  switch (change.kind) {
    case 'log':
      logged.push((await log(user, change.workout)).body.id)
      return
    case 'replace': {
      const current = await user.send('GET', path(change.which))
      if (current.status !== 200) return
      const { id, startedAt } = current.json<Schemas['Workout']>()
      // Next to a start that is kept, the new end is omitted, because it could be before the start.
      const { endedAt, ...content } = { endedAt: undefined, ...change.workout }
      const times = change.keepsStart ? { startedAt } : endedAt === undefined ? {} : { endedAt }
      await save(user, { ...content, ...times, id }, current.headers.get('ETag') ?? '')
      return
    }
    case 'delete':
      if ((await user.send('GET', path(change.which))).status === 200) await remove(user, path(change.which))
      return
    case 'restore': {
      const body = change.first ? { revision: 1 } : {}
      await user.send('POST', `${path(change.which)}/restore`, { body })
      return
    }
    case 'import': {
      const file = strongFile([`2026-05-${change.day}`, 'Bench Press (Barbell)', change.day])
      imported.push((await importAll(app, user, file)).id)
      return
    }
    case 'weigh':
      await weigh(user, `2026-0${change.month}-01T07:00:00Z`, change.kilograms)
      return
    case 'undo':
      await user.send('DELETE', `/api/imports/${imported[change.which % imported.length]}`)
  }
}

/** The packed form of each of the user's workouts, recomputed. */
async function recount(user: TestUser) {
  const rows = await app.db.selectFrom('workouts').selectAll().where('userId', '=', user.id).execute()
  const packed = []
  for (const { id, deletedAt } of rows) {
    const workout = deletedAt === null ? await findWorkout(app.db, user.id, id) : undefined
    if (workout) packed.push(packedRow(workout))
  }
  const sortKey = (id: string, startedAt: number) => `${String(startedAt).padStart(16, '0')} ${id}`
  return packed
    .map(({ userId: _, trained: __, overreached: ___, ...row }) => row)
    .sort((a, b) => (sortKey(a.workoutId, a.startedAt) < sortKey(b.workoutId, b.startedAt) ? -1 : 1))
}

/** The records of all exercises, from the reports of each exercise, sorted as strings. */
async function recordsOfEach(user: TestUser): Promise<string[]> {
  const allRecords: Schemas['PersonalRecord'][] = []
  for (const { exerciseId } of await exercisesOf(user)) {
    const path = `/api/analytics/records?exerciseId=${exerciseId}&from=2016-07-10&to=2026-06-30`
    allRecords.push(...expectBody<Schemas['ExerciseRecords']>(await user.send('GET', path), 200).history)
  }
  return allRecords.map((record) => JSON.stringify(record)).sort()
}

async function exercisesOf(user: TestUser): Promise<{ exerciseId: string }[]> {
  return app.db
    .selectFrom('performedExercises')
    .select('exerciseId')
    .distinct()
    .where('userId', '=', user.id)
    .execute()
}

/** The stored packed sets of each exercise, and the same recomputed. */
async function packedSetsOf(user: TestUser) {
  const stored = await app.db
    .selectFrom('performedExercises')
    .selectAll()
    .where('userId', '=', user.id)
    .execute()
  const rows = await app.db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', user.id)
    .where('deletedAt', 'is', null)
    .execute()
  const sortKey = (row: (typeof stored)[number]) =>
    `${row.exerciseId} ${String(row.startedAt).padStart(16, '0')} ${row.workoutId}`
  const sorted = (list: typeof stored) => list.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  return {
    stored: sorted(stored),
    recomputed: sorted(rows.flatMap((row) => performedRows(readWorkout(row)))),
  }
}

/** The memory of a user's lifts, recomputed from the workouts up to a checkpoint, or from all workouts. */
async function recomputeMemory(user: TestUser, upTo?: CheckpointHead) {
  const packed = await listPackedWorkouts(app.db, user.id)
  const last = packed.findIndex(({ workoutId }) => workoutId === upTo?.workoutId)
  const workouts = upTo ? packed.slice(0, last + 1) : packed
  const fold = new MemoryFold()
  const sets = new PackedSets(workouts, (whole) => whole)
  const ids = new Set((await exercisesOf(user)).map(({ exerciseId }) => exerciseId))
  fold.add(sets, (await memoryContext(app.db, await ownerOf(user), ids)).options)
  return { data: memoryData(fold), workouts: workouts.length }
}

async function ownerOf(user: TestUser) {
  const profile = await findProfile(app.db, user.id)
  if (!profile) throw new Error('the account does not exist')
  return profile
}

/** Compares the memory and every checkpoint with a recount. */
async function expectMemoryEqualsRecount(user: TestUser, earlier?: RememberedLog): Promise<void> {
  const owner = await ownerOf(user)
  const recomputed = await recomputeMemory(user)
  for (const remembered of [undefined, earlier])
    expect(memoryData((await rememberedLog(app.db, owner, remembered)).fold)).toEqual(recomputed.data)
  for (const head of await listCheckpoints(app.db, user.id, Number.MAX_SAFE_INTEGER)) {
    const content = await findCheckpointContent(app.db, user.id, head)
    const data = content && unpackMemory(content)
    const ids = new Set(data?.exerciseIds)
    const context = await memoryContext(app.db, owner, ids)
    // A checkpoint with a different context, such as an earlier bodyweight, is ignored.
    if (context.digestOf(ids, head.startedAt) !== head.context) continue
    const recount = await recomputeMemory(user, head)
    expect({ data, workouts: head.workouts }).toEqual(JSON.parse(JSON.stringify(recount)))
  }
}

test('after any history, the packed sets and the records of all exercises equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 3, maxLength: 12 }), async (changes) => {
      const account: ChangingAccount = { user: await app.register(), logged: [], imported: [] }
      const { user } = account
      await weigh(user, '2026-05-01T07:00:00Z', 80)
      let remembered: RememberedLog | undefined
      for (const change of changes) {
        await applyChange(account, change)
        const { data } = await recomputeMemory(user)
        // After a save, the cached memory continues without reading from the database.
        await liftMemory(app.db, await ownerOf(user))
        const cached = lastRememberedLog(app.db, user.id)
        expect(cached && memoryData(cached.fold)).toEqual(data)
        // Fills the caches, so that the next change would reveal a stale entry.
        expectBody(await user.send('GET', '/api/analytics/records?from=2016-07-10'), 200)
        const owner = await ownerOf(user)
        remembered = await rememberedLog(app.db, owner, remembered)
        const spacing = { skip: 1, minGap: 1 }
        await transact(app.db, user.id, (tx) => advanceCheckpoint(tx, owner, remembered, spacing))
      }
      await expectMemoryEqualsRecount(user, remembered)
      expect(await listPackedWorkouts(app.db, user.id)).toEqual(await recount(user))
      const { stored, recomputed } = await packedSetsOf(user)
      expect(stored).toEqual(recomputed)
      const path = '/api/analytics/records?from=2016-07-10&to=2026-06-30&limit=7'
      const records = await listAll<Schemas['PersonalRecord']>(user, path)
      expect(records.map(({ performedAt }) => performedAt)).toEqual(
        records
          .map(({ performedAt }) => performedAt)
          .sort()
          .reverse(),
      )
      expect(records.map((record) => JSON.stringify(record)).sort()).toEqual(await recordsOfEach(user))
    }),
    { numRuns: runs(8) },
  )
}, 120_000)

test('replacing a workout without moving it deletes the checkpoints from its time on', async () => {
  const user = await app.register()
  const bench = (kg: number) => [{ exerciseId: 'barbell-bench-press', sets: [reps(5, kg), reps(5, kg)] }]
  const { body, etag } = await log(user, { startedAt: '2026-06-01T10:00:00Z', exercises: bench(100) })
  for (const day of ['08', '15'])
    await log(user, { startedAt: `2026-06-${day}T10:00:00Z`, exercises: bench(100) })
  const owner = await ownerOf(user)
  const remembered = await rememberedLog(app.db, owner, undefined)
  await transact(app.db, user.id, (tx) => advanceCheckpoint(tx, owner, remembered, { skip: 1, minGap: 1 }))
  expect(await listCheckpoints(app.db, user.id, Number.MAX_SAFE_INTEGER)).not.toEqual([])
  await save(user, { id: body.id, startedAt: body.startedAt, exercises: bench(60) }, etag)
  await expectMemoryEqualsRecount(user, remembered)
})

test('an exported account has the same packed sets after an import', async () => {
  const ada = await app.register()
  for (const exerciseId of lifts)
    await log(ada, {
      startedAt: '2026-06-01T10:00:00Z',
      exercises: [{ exerciseId, sets: [{ type: 'normal', reps: 5, side: 'both' }] }],
    })
  const { text } = await ada.send('GET', '/api/users/me/export')
  const bob = await app.register()
  await importAll(app, bob, text)
  const packed = await listPackedWorkouts(app.db, bob.id)
  expect(packed).toHaveLength(lifts.length)
  expect(packed).toEqual(await listPackedWorkouts(app.db, ada.id))
  expect(packed).toEqual(await recount(bob))
})
