import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { findProfile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { type CheckpointHead, findCheckpointContent, listCheckpoints } from '#db/lift-memory/checkpoints.ts'
import { unpackMemory } from '#db/lift-memory/memory-bytes.ts'
import { memoryContext } from '#db/lift-memory/memory-context.ts'
import { advanceCheckpoint, type RememberedLog, rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import { listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import { packedRow, performedRows } from '#db/packed/save.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { MemoryFold } from '#training/lift-state/index.ts'
import { importAll, strongFile } from '../imports/importing.ts'
import { expectBody, listAll, log, remove, reps, save, weigh } from '../training.ts'
import { anyWorkout, lifts } from '../workouts/arbitrary-workout.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })

/** Half of them start at one of two instants, so that only their ids order them. */
const workout = fc.oneof(
  anyWorkout,
  fc
    .tuple(anyWorkout, fc.constantFrom('2026-04-20T10:00:00.000Z', '2026-05-20T10:00:00.000Z'))
    .map(([{ endedAt: _, ...rest }, startedAt]) => ({ ...rest, startedAt })),
)

/** The changes to a history, applied in sequence. `which` selects an existing item. */
const change = fc.oneof(
  fc.record({ does: fc.constant('log' as const), workout }),
  fc.record({
    does: fc.constant('replace' as const),
    which: fc.nat(9),
    workout,
    keepsStart: fc.boolean(),
  }),
  fc.record({ does: fc.constant('delete' as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant('restore' as const), which: fc.nat(9), first: fc.boolean() }),
  fc.record({ does: fc.constant('import' as const), day: fc.integer({ min: 10, max: 28 }) }),
  fc.record({ does: fc.constant('undo' as const), which: fc.nat(3) }),
  fc.record({
    does: fc.constant('weigh' as const),
    month: fc.integer({ min: 1, max: 6 }),
    kilograms: fc.integer({ min: 60, max: 90 }),
  }),
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

/** A user with a changing history, and the ids of everything they ever logged and imported. */
interface Changing {
  readonly user: TestUser
  readonly logged: string[]
  readonly imported: string[]
}

async function make({ user, logged, imported }: Changing, made: Change): Promise<void> {
  const path = (which: number) => `/api/workouts/${logged[which % logged.length]}`
  switch (made.does) {
    case 'log':
      logged.push((await log(user, made.workout)).body.id)
      return
    case 'replace': {
      const kept = await user.send('GET', path(made.which))
      if (kept.status !== 200) return
      const { id, startedAt } = kept.json<Schemas['Workout']>()
      // An end that is no longer after the start is omitted.
      const { endedAt, ...content } = { endedAt: undefined, ...made.workout }
      const times = made.keepsStart ? { startedAt } : endedAt === undefined ? {} : { endedAt }
      await save(user, { ...content, ...times, id }, kept.headers.get('ETag') ?? '')
      return
    }
    case 'delete':
      if ((await user.send('GET', path(made.which))).status === 200) await remove(user, path(made.which))
      return
    case 'restore': {
      const body = made.first ? { revision: 1 } : {}
      await user.send('POST', `${path(made.which)}/restore`, { body })
      return
    }
    case 'import': {
      const file = strongFile([`2026-05-${made.day}`, 'Bench Press (Barbell)', made.day])
      imported.push((await importAll(app, user, file)).id)
      return
    }
    case 'weigh':
      await weigh(user, `2026-0${made.month}-01T07:00:00Z`, made.kilograms)
      return
    case 'undo':
      await user.send('DELETE', `/api/imports/${imported[made.which % imported.length]}`)
  }
}

/** The packed form of each workout in the user's log, computed again. */
async function recount(user: TestUser) {
  const rows = await app.db.selectFrom('workouts').selectAll().where('userId', '=', user.id).execute()
  const packed = []
  for (const { id, deletedAt } of rows) {
    const found = deletedAt === null ? await findWorkout(app.db, user.id, id) : undefined
    if (found) packed.push(packedRow(found))
  }
  const text = (id: string, startedAt: number) => `${String(startedAt).padStart(16, '0')} ${id}`
  return packed
    .map(({ userId: _, trained: __, ...row }) => row)
    .sort((a, b) => (text(a.workoutId, a.startedAt) < text(b.workoutId, b.startedAt) ? -1 : 1))
}

/**
 * The records of all exercises, computed from those of each: only time and kind, since the order depends on
 * nothing else.
 */
async function recordsOfEach(user: TestUser): Promise<string[]> {
  const all: Schemas['PersonalRecord'][] = []
  for (const { exerciseId } of await exercisesOf(user)) {
    const path = `/api/analytics/records?exerciseId=${exerciseId}&from=2016-07-10&to=2026-06-30`
    all.push(...expectBody<Schemas['RecordsReport']>(await user.send('GET', path), 200).history)
  }
  return all.map((record) => JSON.stringify(record)).sort()
}

async function exercisesOf(user: TestUser): Promise<{ exerciseId: string }[]> {
  return app.db
    .selectFrom('performedExercises')
    .select('exerciseId')
    .distinct()
    .where('userId', '=', user.id)
    .execute()
}

/** The stored packed sets of each exercise, and the same computed again. */
async function performed(user: TestUser) {
  const kept = await app.db
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
  const text = (row: (typeof kept)[number]) =>
    `${row.exerciseId} ${String(row.startedAt).padStart(16, '0')} ${row.workoutId}`
  const sorted = (of: typeof kept) => of.sort((a, b) => (text(a) < text(b) ? -1 : 1))
  return { kept: sorted(kept), anew: sorted(rows.flatMap((row) => performedRows(readWorkout(row)))) }
}

/** The memory of a user's lifts after workouts up to a position, or after all workouts. */
async function foldedAnew(user: TestUser, upTo?: CheckpointHead) {
  const all = await listPackedWorkouts(app.db, user.id)
  const last = all.findIndex(({ workoutId }) => workoutId === upTo?.workoutId)
  const workouts = upTo ? all.slice(0, last + 1) : all
  const fold = new MemoryFold()
  const sets = new PackedSets(workouts, (whole) => whole)
  const ids = new Set((await exercisesOf(user)).map(({ exerciseId }) => exerciseId))
  fold.take(sets, (await memoryContext(app.db, await ownerOf(user), ids)).options)
  return { data: fold.toData(), workouts: workouts.length }
}

async function ownerOf(user: TestUser) {
  const profile = await findProfile(app.db, user.id)
  if (!profile) throw new Error('the user is gone')
  return profile
}

/** Compares the memory and every checkpoint with a recount. */
async function expectMemoryAsRecounted(user: TestUser, before?: RememberedLog): Promise<void> {
  const owner = await ownerOf(user)
  const anew = await foldedAnew(user)
  for (const known of [undefined, before])
    expect((await rememberedLog(app.db, owner, known)).fold.toData()).toEqual(anew.data)
  for (const head of await listCheckpoints(app.db, user.id, Number.MAX_SAFE_INTEGER)) {
    const content = await findCheckpointContent(app.db, user.id, head)
    const data = content && unpackMemory(content)
    const ids = new Set(data?.exerciseIds)
    const context = await memoryContext(app.db, owner, ids)
    // A checkpoint with a different context, such as an earlier bodyweight, is ignored.
    if (context.digestOf(ids, head.startedAt) !== head.context) continue
    const recount = await foldedAnew(user, head)
    expect({ data, workouts: head.workouts }).toEqual(JSON.parse(JSON.stringify(recount)))
  }
}

test('after any history, the packed sets and the records of all exercises equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 12 }), async (changes) => {
      const changing: Changing = { user: await app.register(), logged: [], imported: [] }
      const { user } = changing
      await weigh(user, '2026-05-01T07:00:00Z', 80)
      let remembered: RememberedLog | undefined
      for (const made of changes) {
        await make(changing, made)
        // Fills the caches, so that a stale entry would show after the next change.
        expectBody(await user.send('GET', '/api/analytics/records?from=2016-07-10'), 200)
        const owner = await ownerOf(user)
        remembered = await rememberedLog(app.db, owner, remembered)
        const spacing = { leaves: 1, every: 1 }
        await transact(app.db, user.id, (tx) => advanceCheckpoint(tx, owner, remembered, spacing))
      }
      await expectMemoryAsRecounted(user, remembered)
      expect(await listPackedWorkouts(app.db, user.id)).toEqual(await recount(user))
      const { kept, anew } = await performed(user)
      expect(kept).toEqual(anew)
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

test('replacing a workout at its own time drops the checkpoints from then on', async () => {
  const user = await app.register()
  const bench = (kg: number) => [{ exerciseId: 'barbell-bench-press', sets: [reps(5, kg), reps(5, kg)] }]
  const { body, etag } = await log(user, { startedAt: '2026-06-01T10:00:00Z', exercises: bench(100) })
  for (const day of ['08', '15'])
    await log(user, { startedAt: `2026-06-${day}T10:00:00Z`, exercises: bench(100) })
  const owner = await ownerOf(user)
  const remembered = await rememberedLog(app.db, owner, undefined)
  await transact(app.db, user.id, (tx) => advanceCheckpoint(tx, owner, remembered, { leaves: 1, every: 1 }))
  expect(await listCheckpoints(app.db, user.id, Number.MAX_SAFE_INTEGER)).not.toEqual([])
  await save(user, { id: body.id, startedAt: body.startedAt, exercises: bench(60) }, etag)
  await expectMemoryAsRecounted(user, remembered)
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
