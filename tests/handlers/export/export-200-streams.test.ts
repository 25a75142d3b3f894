import { beforeAll, expect, spyOn, test } from 'bun:test'
import { Statements } from '#db/engine/sqlite/statements.ts'
import { transact } from '#db/engine/transact.ts'
import { insertWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { reps } from '../training.ts'

const app = await testApp()
/** The number of workouts. Their 30 MB exceed the buffers of a connection. */
const workouts = 2000
let user: TestUser
let url: string

beforeAll(async () => {
  user = await app.register()
  url = app.listen()
  const exercises = ['barbell-row', 'plank'].map((exerciseId) => ({
    exerciseId,
    notes: 'elbows in, bar over the middle of the foot, and up '.repeat(150),
    sets: [reps(5, 100), reps(5, 100), reps(5, 100)],
  }))
  await transact(app.db, user.id, async (tx) => {
    for (let number = 0; number < workouts; number++) {
      const startedAt = new Date(Date.parse('2020-01-01T10:00:00Z') + number * 60_000).toISOString()
      const input = { startedAt, exercises }
      const draft = draftWorkout(user.id, crypto.randomUUID(), input, () => crypto.randomUUID())
      await insertWorkout(tx, inTimeZone(draft, 'UTC'), 0)
    }
  })
})

/** Starts an export. Resolves to the reader of its body. */
async function startExport(signal?: AbortSignal) {
  const response = await fetch(`${url}/api/users/me/export`, {
    headers: { Authorization: `Bearer ${user.token}` },
    ...(signal && { signal }),
  })
  if (!response.body) throw new Error('the export has no body')
  return response.body.getReader()
}

/** The number of queries during some work. */
async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const get = spyOn(Statements.prototype, 'get')
  await work()
  const { length } = get.mock.calls
  get.mockRestore()
  return length
}

async function readAll(reader: Awaited<ReturnType<typeof startExport>>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for (let read = await reader.read(); !read.done; read = await reader.read())
    text += decoder.decode(read.value, { stream: true })
  return text
}

test('the first bytes are sent before the last rows are read, and all bytes form one document', async () => {
  let text = ''
  let queriesBeforeFirstBytes = 0
  const allQueries = await countQueries(async () => {
    const calls = spyOn(Statements.prototype, 'get').mock.calls
    const reader = await startExport()
    const { value } = await reader.read()
    queriesBeforeFirstBytes = calls.length
    text = new TextDecoder().decode(value) + (await readAll(reader))
  })
  expect(queriesBeforeFirstBytes).toBeLessThan(allQueries / 2)
  const account: Schemas['AccountExport'] = JSON.parse(text)
  expect(account.workouts).toHaveLength(workouts)
})

test('the export stops when its client disconnects', async () => {
  const allQueries = await countQueries(async () => readAll(await startExport()))
  const queriesOfAborted = await countQueries(async () => {
    const abort = new AbortController()
    const reader = await startExport(abort.signal)
    await reader.read()
    abort.abort()
    // If the export continued, it would read the rest in this time.
    for (let turn = 0; turn < 200; turn++) await fetch(`${url}/livez`)
  })
  expect(queriesOfAborted).toBeLessThan(allQueries / 2)
})

test('other requests get responses during an export', async () => {
  const reader = await startExport()
  const first = await reader.read()
  const me = await fetch(`${url}/api/users/me`, { headers: { Authorization: `Bearer ${user.token}` } })
  expect([first.done, me.status]).toEqual([false, 200])
  const saved = await user.send('POST', '/api/workouts', {
    body: { startedAt: '2020-01-01T00:00:00Z', exercises: [] },
  })
  expect(saved.status).toBe(201)
  expect((await readAll(reader)).endsWith(']}')).toBe(true)
})
