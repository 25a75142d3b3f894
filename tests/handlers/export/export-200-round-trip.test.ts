import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schema } from '#db/schema/index.ts'
import { expiringTables } from '#db/sync/tables.ts'
import type { Schemas } from '#generated/types.ts'
import { resources, settings } from '#services/resources.ts'
import { pushBodies } from '#tests/contract/bodies.ts'
import { progressionBodies } from '#tests/contract/progression-bodies.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dataOf, type Import, importAll, strongFile, upload } from '../imports/import-file.ts'
import { squatProgram } from '../programs/sample.ts'
import { HttpRun } from '../runs/http-run.ts'
import { expectBody, listAll, log, ownExercise, put, remove, reps, weigh } from '../training.ts'
import { anyWorkout } from '../workouts/arbitrary-workout.ts'

const app = await testApp()

/** The exported tables: those of every resource and setting, and the users. */
const exportedTables: readonly (keyof Schema)[] = [
  ...[...Object.values(resources), ...settings].map(({ table }) => table),
  'users',
]

/** Columns that are specific to the account or the server. */
const specificColumns: Partial<Readonly<Record<keyof Schema, readonly string[]>>> = {
  users: ['id', 'email', 'emailKey', 'passwordHash', 'revision', 'createdAt', 'updatedAt', 'disabledAt'],
}

/** Tables whose deleted rows are not exported. */
const tablesWithoutTombstones: readonly string[] = expiringTables

/** The tables that are not exported, with the reasons. */
const notExported: Partial<Readonly<Record<keyof Schema, string>>> = {
  sessions: 'valid only on this server',
  refreshTokens: 'valid only on this server',
  idempotencyKeys: 'responses, which are stored for a day',
  appliedMutations: 'ids of pushes to this server, by which it recognizes repeats',
  workoutRevisions: 'earlier revisions of workouts, which are not part of an export',
  imports: 'imports that can be undone only on this server',
  importItems: 'parts of imports',
  packedWorkouts: 'derived from the sets',
  performedExercises: 'derived from the sets',
  emailAddresses: 'copies of the users’ addresses',
  customMuscles: 'copies of the muscles of custom exercises',
  memoryCheckpoints: 'derived from the sets',
  passwordResets: 'valid only on this server',
  knownNetworks: 'networks from which this server was used',
}

test('every table with user data is exported or has a reason not to be', () => {
  const tablesOfUsers = app.sqlite
    .query<{ name: string }, []>(
      `select distinct tables.name from sqlite_schema as tables, pragma_table_info(tables.name) as columns
       where tables.type = 'table' and columns.name = 'userId'`,
    )
    .all()
  expect(tablesOfUsers.map(({ name }) => name).sort()).toEqual(
    [...exportedTables, ...Object.keys(notExported)].filter((name) => name !== 'users').sort(),
  )
})

/** The rows of a user in every table that is exported, in an order that does not depend on the account. */
function rowsOf(user: TestUser): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    exportedTables.map((table) => {
      const ignoredColumns = new Set(['userId', 'seq', ...(specificColumns[table] ?? [])])
      const userColumn = table === 'users' ? 'id' : '"userId"'
      const tombstones = tablesWithoutTombstones.includes(table) ? 'and "deletedAt" is null' : ''
      const rows = app.sqlite
        .query<Readonly<Record<string, unknown>>, [string]>(
          `select * from "${table}" where ${userColumn} = ? ${tombstones}`,
        )
        .all(user.id)
      const texts = rows.map((row) =>
        JSON.stringify(
          Object.fromEntries(Object.entries(row).filter(([column]) => !ignoredColumns.has(column))),
        ),
      )
      return [table, texts.sort()]
    }),
  )
}

async function putSetting(user: TestUser, path: string, body: unknown): Promise<void> {
  expectBody(await user.send('PUT', path, { body, headers: { 'If-Match': '*' } }), 200)
}

/** Registers a user and creates rows in every exported table. */
async function createFullAccount(): Promise<TestUser> {
  const user = await app.register({
    displayName: 'Ada 💪',
    unit: 'lb',
    distanceUnit: 'mi',
    timeZone: 'America/Chicago',
    dayStartHour: 4,
    weekStart: 'sunday',
  })
  const settings: Schemas['UserPatch'] = {
    birthYear: 1990,
    sex: 'female',
    experience: 'advanced',
    goal: 'strength',
    equipment: ['barbell', 'cable'],
    plates: [{ weight: { value: 45, unit: 'lb' }, pairs: 4 }],
  }
  expectBody(await user.send('PATCH', '/api/users/me', { body: settings, headers: { 'If-Match': '*' } }), 200)
  const [keptExercise, deletedExercise] = [
    await ownExercise(user, {
      aliases: ['Mine'],
      pattern: 'horizontal_push',
      mechanic: 'compound',
      force: 'push',
      difficulty: 'advanced',
      unilateral: true,
      perHand: true,
      cues: ['one', 'two'],
    }),
    await ownExercise(user),
  ]
  const ids = [keptExercise.body.id, deletedExercise.body.id]
  await log(user, {
    startedAt: '2026-03-09T10:00:00Z',
    exercises: ids.map((exerciseId) => ({ exerciseId, sets: [reps(5, 100)] })),
  })
  await putSetting(user, `/api/exercises/${deletedExercise.body.id}/progression`, { scheme: 'gzclp' })
  await remove(user, `/api/exercises/${deletedExercise.body.id}`)
  await weigh(user, '2026-03-02T07:00:00Z', 80)
  await putSetting(user, `/api/exercises/${keptExercise.body.id}/progression`, { scheme: 'apre', repMax: 3 })
  await putSetting(user, '/api/analytics/fatigue/chest', { soreness: 6.5 })
  await putSetting(user, '/api/analytics/landmarks', {
    items: [{ muscle: 'chest', mv: 6, mev: 8, mav: { min: 10, max: 16 }, mrv: 20 }],
  })
  const { epoch } = expectBody<Schemas['SyncChanges']>(await user.send('GET', '/api/sync/changes'), 200)
  for (const body of pushBodies(epoch)) {
    const isLogged = body.mutations.some(({ resource }) => resources[resource].imported === 'with_log')
    if (!isLogged) expectBody(await user.send('POST', '/api/sync/push', { body }), 200)
  }
  const run = await HttpRun.createWithProgram(user)
  const { programId } = await run.read()
  await putSetting(user, `/api/programs/${programId}`, { ...squatProgram(), name: 'Renamed' })
  const mappings = [{ name: 'Odd Thing', exerciseId: keptExercise.body.id }]
  await importAll(app, user, strongFile(['2024-03-01', 'Odd Thing', 1]), { mappings })
  return user
}

async function exportAccount(user: TestUser): Promise<string> {
  return (await user.send('GET', '/api/users/me/export')).text
}

test('an import into an empty account creates equal rows, and an undo removes them', async () => {
  const ada = await createFullAccount()
  const rows = rowsOf(ada)
  for (const [table, tableRows] of Object.entries(rows))
    expect([table, tableRows.length > 0]).toEqual([table, true])
  const bob = await app.register()
  const empty = await dataOf(bob)
  const text = await exportAccount(ada)
  const imported = await importAll(app, bob, text)
  const settings = { progressions: 2, soreness: 1, landmarks: 1, rememberedNames: 1 }
  expect(imported).toMatchObject({ skippedRows: 0, settings, committed: { settings, profile: true } })
  expect(rowsOf(bob)).toEqual(rows)
  expect(await dataOf(bob)).toEqual(await dataOf(ada))
  const second = await importAll(app, bob, text)
  const nothing = { progressions: 0, soreness: 0, landmarks: 0, rememberedNames: 0 }
  expect(second.committed).toMatchObject({ workouts: 0, measurements: 0, exercises: 0, settings: nothing })
  expect(rowsOf(bob)).toEqual(rows)
  const undone = (await bob.send('DELETE', `/api/imports/${imported.id}`)).json<Import>()
  expect(undone.undone).toMatchObject({ workouts: 2, measurements: 1, settings })
  const after: Pick<Schemas['AccountExport'], 'exercises' | 'programs'> = Object(await dataOf(bob))
  expect(after.exercises.every(({ deletedAt }) => deletedAt !== undefined)).toBe(true)
  expect(after.programs?.every(({ deletedAt }) => deletedAt !== undefined)).toBe(true)
  expect({ ...after, exercises: [], programs: [] }).toMatchObject({
    ...Object(empty),
    landmarks: { items: [] },
  })
})

test('an import and its undo keep the settings of the account', async () => {
  const ada = await createFullAccount()
  const bob = await app.register()
  const items = [{ muscle: 'lats', mv: 1, mev: 2, mav: { min: 3, max: 4 }, mrv: 5 }]
  await putSetting(bob, '/api/exercises/barbell-row/progression', { scheme: 'gzclp' })
  await putSetting(ada, '/api/exercises/barbell-row/progression', { scheme: 'apre', repMax: 10 })
  await putSetting(ada, '/api/exercises/pull-up/progression', { scheme: 'apre', repMax: 10 })
  const { id, committed } = await importAll(app, bob, await exportAccount(ada))
  expect(committed?.settings).toMatchObject({ progressions: 3, landmarks: 1 })
  await putSetting(bob, '/api/exercises/pull-up/progression', { scheme: 'sum', totalReps: 50 })
  await putSetting(bob, '/api/analytics/landmarks', { items })
  const { undone } = (await bob.send('DELETE', `/api/imports/${id}`)).json<Import>()
  expect(undone?.settings).toEqual({ progressions: 2, soreness: 1, landmarks: 0, rememberedNames: 1 })
  const { landmarks, progressions } = JSON.parse(await exportAccount(bob))
  expect(landmarks).toMatchObject({ items })
  expect(progressions).toMatchObject([
    { exerciseId: 'barbell-row', progression: { scheme: 'gzclp' } },
    { exerciseId: 'pull-up', progression: { scheme: 'sum' } },
  ])
})

test('an export from before settings existed can be imported', async () => {
  const ada = await createFullAccount()
  const {
    progressions: _,
    soreness: __,
    landmarks: ___,
    rememberedNames: ____,
    ...withoutSettings
  } = JSON.parse(await exportAccount(ada))
  const { committed, skippedRows } = await importAll(
    app,
    await app.register(),
    JSON.stringify(withoutSettings),
  )
  expect([committed?.workouts, skippedRows]).toEqual([2, 0])
})

test('an exercise that was renamed after the export is recognized in the account', async () => {
  const ada = await app.register()
  const { body, etag } = await ownExercise(ada)
  const file = await exportAccount(ada)
  const { id, name, category, equipment, tracking } = body
  const engagement = [{ muscle: 'chest', percent: 80 }]
  const renamed = { id, name: `${name} renamed`, category, equipment, tracking, engagement }
  await put(ada, `/api/exercises/${id}`, renamed, etag)
  const { exercises } = (await upload(app, ada, file)).json<Import>()
  expect(exercises).toMatchObject([{ name, certainty: 'exact', exerciseId: id }])
})

test('an import into an account without workouts replaces its profile, even fields that the file omits', async () => {
  const bob = await app.register()
  const body = { equipment: ['barbell'], birthYear: 1990, sex: 'male' }
  expectBody(await bob.send('PATCH', '/api/users/me', { body, headers: { 'If-Match': '*' } }), 200)
  await importAll(app, bob, await exportAccount(await app.register({ displayName: 'Ada' })))
  const { displayName, ...profile } = expectBody<Schemas['User']>(await bob.send('GET', '/api/users/me'), 200)
  expect(displayName).toBe('Ada')
  for (const member of Object.keys(body)) expect(profile).not.toHaveProperty(member)
})

test('items that violate a rule are skipped and reported with their location, and the others are imported', async () => {
  const ada = await createFullAccount()
  const account = JSON.parse(await exportAccount(ada))
  account.workouts[0].endedAt = '1999-01-01T00:00:00.000Z'
  account.workouts[1].surprise = 'secret-value'
  account.soreness[0].soreness = 6.3
  account.landmarks.items[0].mv = 90
  account.progressions[0].progression = { scheme: 'double', minReps: 20, maxReps: 2 }
  account.measurements.push(account.measurements[0])
  const imported = await importAll(app, await app.register(), JSON.stringify(account))
  expect(imported.problems.map(({ field }) => field)).toEqual([
    '/workouts/0/endedAt',
    '/workouts/1',
    '/measurements/1',
    '/progressions/0/progression/minReps',
    '/soreness/0',
    '/landmarks/items/0/mev',
  ])
  expect(imported.committed).toMatchObject({
    workouts: 0,
    measurements: 1,
    settings: { progressions: 1, soreness: 0, landmarks: 0 },
  })
})

test('more than 1,000 custom exercises are rejected, and nothing is written', async () => {
  const ada = await createFullAccount()
  const account = JSON.parse(await exportAccount(ada))
  const existing = account.exercises.find(({ deletedAt }: Schemas['Exercise']) => deletedAt === undefined)
  for (let number = 0; number < 1000; number++)
    account.exercises.push({ ...existing, id: crypto.randomUUID(), name: `Lift ${number}` })
  const bob = await app.register()
  const before = await dataOf(bob)
  const { id } = (await upload(app, bob, JSON.stringify(account))).json<Import>()
  expect((await bob.send('POST', `/api/imports/${id}/commit`)).status).toBe(409)
  expect(await dataOf(bob)).toEqual(before)
})

const muscles = ['chest', 'lats', 'biceps', 'quads'] as const

test('any workouts, progressions and soreness reports are imported unchanged', async () => {
  const schemes = progressionBodies()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWorkout, { maxLength: 4 }),
      fc.uniqueArray(
        fc.record({
          exerciseId: fc.constantFrom('barbell-row', 'pull-up', 'plank', 'barbell-curl'),
          progression: fc.constantFrom(...schemes),
        }),
        { selector: ({ exerciseId }) => exerciseId },
      ),
      fc.array(
        fc.record({
          muscle: fc.constantFrom(...muscles),
          soreness: fc.integer({ min: 0, max: 20 }).map((half) => half / 2),
          ageMs: fc.integer({ min: 0, max: 80_000_000 }),
        }),
        { maxLength: 5 },
      ),
      async (workouts, progressions, reports) => {
        const [ada, bob] = [await app.register(), await app.register()]
        for (const workout of workouts) await log(ada, { ...workout, id: crypto.randomUUID() })
        for (const { exerciseId, progression } of progressions)
          await putSetting(ada, `/api/exercises/${exerciseId}/progression`, progression)
        for (const { muscle, soreness, ageMs } of reports) {
          const at = new Date(app.clock.now - ageMs).toISOString()
          await putSetting(ada, `/api/analytics/fatigue/${muscle}`, { soreness, at })
        }
        await importAll(app, bob, await exportAccount(ada))
        expect(rowsOf(bob)).toEqual(rowsOf(ada))
        expect(await listAll(bob, '/api/workouts')).toEqual(await listAll(ada, '/api/workouts'))
      },
    ),
    { numRuns: runs(4) },
  )
}, 60_000)

test('soreness reports over several pages are exported once each, oldest first', async () => {
  const ada = await app.register()
  const times = Array.from({ length: 205 }, (_, index) => app.clock.now - 1000 * Math.floor(index / 2))
  for (const [index, at] of times.entries()) {
    const body = { soreness: 1, at: new Date(at).toISOString() }
    await putSetting(ada, `/api/analytics/fatigue/${index % 2 ? 'chest' : 'lats'}`, body)
  }
  const { soreness } = JSON.parse(await exportAccount(ada))
  expect(soreness).toHaveLength(205)
  const keys = soreness.map(({ at, muscle }: Schemas['Soreness']) => `${at} ${muscle}`)
  expect(keys).toEqual([...new Set<string>(keys)].sort())
})
