import { expect, test } from 'bun:test'
import { maxStatements } from '#db/engine/postgres/batch.ts'
import { lockUser, setSeqIfSessionIsOpen, setSeqIfUnchanged } from '#db/engine/postgres/locked-user.ts'
import { syncedTableNames } from '#db/sync/tables.ts'
import type { Schemas } from '#generated/types.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { expectBody, log, reps, save, weigh } from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import {
  batchesSentDuring,
  roundTripsDuring,
  type SentStatement,
  statementsSentDuring,
} from '#tests/support/statements.ts'
import { dayMs } from '#training/day-ms.ts'

/**
 * The verb and table of each statement that a request sends, or the whole statement if it has no table, by the batches
 * in which they are sent: each is one round trip.
 */
async function statementsSentBy(request: () => Promise<unknown>): Promise<string[][]> {
  return summaryOf(await batchesSentDuring(request))
}

function summaryOf(groups: readonly (readonly SentStatement[])[]): string[][] {
  return groups.map((sent) =>
    sent.map(({ text }) => {
      const [, verb, table] =
        /^(select|with|insert|update|delete)\b.*?(?:from|into|update) "(\w+)"/.exec(text) ?? []
      return verb === undefined ? text : `${verb} ${table}`
    }),
  )
}

test.skipIf(!hasPostgres)(
  'reading, saving, pulling and pushing workouts send no more statements than necessary',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const app = await testApp({ postgres: url })
    const user = await app.register()
    await weigh(user, '2026-05-01T07:00:00Z', 80)
    const exercises = [
      { exerciseId: 'barbell-bench-press', sets: [reps(5, 100), reps(5, 100)] },
      { exerciseId: 'pull-up', sets: [reps(8)] },
    ]
    const workout = (day: string) => ({ startedAt: `2026-06-${day}T10:00:00Z`, exercises })
    await log(user, workout('01'))
    const { body, etag } = await log(user, workout('03'))
    const path = `/api/workouts/${body.id}`

    expect(await statementsSentBy(() => user.send('GET', path))).toEqual([
      ['select users'],
      ['select workouts'],
    ])

    const reads = ['select workouts', 'select measurements']
    const { length } = await statementsSentBy(() => log(user, workout('05')))
    const posted = await statementsSentBy(() => log(user, workout('07')))
    // The lock also checks the session.
    const lock = 'with users'
    expect(posted).toEqual([['select measurements'], [lock, 'with workouts']])
    expect(length).toBe(posted.length)

    const put = await statementsSentBy(() =>
      save(user, { ...workout('03'), id: body.id, notes: 'edited' }, etag),
    )
    expect(put).toEqual([...reads.map((read) => [read]), [lock, 'with workoutRevisions']])

    const pulled = await statementsSentBy(async () => {
      const page = expectBody<Schemas['SyncChanges']>(
        await user.send('GET', '/api/sync/changes?limit=1000'),
        200,
      )
      expect(page.items.length).toBe(5)
    })
    const pulledTables = syncedTableNames.map((table) => `select ${table}`)
    const reading = [
      'begin isolation level repeatable read read only',
      'select users',
      ...pulledTables,
      'commit',
    ]
    const batchCount = Math.ceil(reading.length / maxStatements)
    const batches = Array.from({ length: batchCount }, (_, batch) =>
      reading.slice(batch * maxStatements, (batch + 1) * maxStatements),
    )
    expect(pulled).toEqual([['select users'], ...batches])

    // Locks the user at once, instead of first trying without the lock.
    const weighed = await statementsSentBy(() => weigh(user, '2026-06-08T07:00:00Z', 81))
    expect(weighed.slice(0, 2)).toEqual([['select users'], ['begin', 'select users', 'select measurements']])

    const mutation = () => ({
      mutationId: Bun.randomUUIDv7(),
      resource: 'workout',
      id: Bun.randomUUIDv7(),
      op: 'put',
    })
    const pushed = await statementsSentBy(async () => {
      const mutations = [{ ...mutation(), value: workout('09') }]
      const { results } = expectBody<Schemas['SyncPushed']>(
        await user.send('POST', '/api/sync/push', { body: { mutations } }),
        200,
      )
      expect(results).toMatchObject([{ outcome: 'applied' }])
    })
    const pushReads = ['users', 'users', 'appliedMutations', 'workouts', 'measurements']
    expect(pushed).toEqual([...pushReads.map((table) => [`select ${table}`]), [lock, 'with workouts']])
  },
)

test.skipIf(!hasPostgres).each([
  // First the training, with the number of the user's last change.
  ['volume?to=2026-06-30', ['users', 'measurements', 'landmarks', 'packedWorkouts']],
  ['progress?to=2026-06-30', ['users', 'measurements', 'packedWorkouts']],
  ['records?to=2026-06-30', ['users']],
  [
    'summary',
    [
      'users',
      'measurements',
      'packedWorkouts',
      'packedWorkouts',
      'landmarks',
      'packedWorkouts',
      'users',
      'users',
      'soreness',
    ],
  ],
] as const)('after the session, %s reads everything in one round trip', async (figure, tables) => {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  const app = await testApp({ postgres: url })
  const user = await app.register()
  await weigh(user, '2026-05-01T07:00:00Z', 80)
  // A streak of half a year.
  for (let week = 0; week < 26; week++) {
    const startedAt = new Date(Date.parse('2026-06-29T10:00:00Z') - week * 7 * dayMs).toISOString()
    await log(user, { startedAt, exercises: [{ exerciseId: 'pull-up', sets: [reps(8)] }] })
  }
  const read = async () => {
    expect((await user.send('GET', `/api/analytics/${figure}`)).status).toBe(200)
  }
  // Exercises and the memory of lifts are cached then.
  await read()
  expect(summaryOf(await roundTripsDuring(read))).toEqual([
    ['select users'],
    tables.map((table) => `select ${table}`),
  ])
})

test
  .skipIf(!hasPostgres)
  .each(everyOperation.filter(({ id }) => /^(create|replace)(Exercise|Workout|Program|Run)$/.test(id)))(
  '$id locks its user together with its writes',
  async (operation) => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const app = await testApp({ postgres: url })
    const prepared = await prepare({ app, ada: await app.register() }, operation)
    const sent = await statementsSentDuring(async () => {
      expect((await sendPrepared(app, prepared)).status).toBeLessThan(300)
    })
    const texts = sent.map(({ text }) => text)
    expect(texts.some((text) => text === setSeqIfUnchanged || text === setSeqIfSessionIsOpen)).toBe(true)
    expect(texts).not.toContain(lockUser)
  },
)
