import { afterEach, expect, test } from 'bun:test'
import { createReplogClient, type ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { endProcesses, run, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { runs } from '#tests/support/runs.ts'

type Workout = Schemas['Workout']

afterEach(endProcesses)

const rounds = runs(6)
/** Concurrent writers, so that several of their writes share a commit. */
const writers = 12
/** Responses before the kill; it differs by round, so that the kill hits different moments of a write. */
const answersBeforeKill = (round: number) => 5 + ((round * 7) % 23)

const folder = temporaryFolder()

/** Starts the real server on the folder, and waits until it serves. */
async function serve(): Promise<{ readonly server: TestProcess; readonly baseUrl: string }> {
  const env = { PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' }
  const server = run('src/main.ts', [], env)
  const { url } = await server.line('ready')
  return { server, baseUrl: new URL(String(url)).origin }
}

/** Logs workouts and saves them again with one more set, as a phone does, until the server is gone; records the acknowledged ones. */
async function write(client: ReplogClient, acknowledged: Map<string, Workout>, onAcknowledged: () => void) {
  try {
    for (;;) {
      const logged = await client.POST('/api/workouts', { body: workoutOf(1) })
      if (!logged.data) throw new Error(`refused: ${logged.error.code}`)
      acknowledged.set(logged.data.id, logged.data)
      onAcknowledged()
      for (let sets = 2; sets <= 4; sets++) {
        const saved = await client.PUT('/api/workouts/{id}', {
          params: { path: { id: logged.data.id }, header: { 'If-Match': '*' } },
          body: workoutOf(sets),
        })
        if (!saved.data) throw new Error(`refused: ${saved.error.code}`)
        acknowledged.set(saved.data.id, saved.data)
        onAcknowledged()
      }
    }
  } catch (error) {
    // A broken connection is the kill; a refusal is a bug.
    if (error instanceof Error && error.message.startsWith('refused')) throw error
  }
}

function workoutOf(sets: number): Schemas['WorkoutInput'] {
  const set = { type: 'normal', reps: 5, weight: { value: 100, unit: 'kg' } } as const
  return {
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId: 'barbell-bench-press', sets: Array.from({ length: sets }, () => set) }],
  }
}

/** The acknowledged workouts that are missing or in an older state. */
async function lost(client: ReplogClient, acknowledged: ReadonlyMap<string, Workout>): Promise<string[]> {
  const missing: string[] = []
  for (const [id, { revision, exercises }] of acknowledged) {
    const { data } = await client.GET('/api/workouts/{id}', { params: { path: { id } } })
    const sets = data?.exercises[0]?.sets.length ?? 0
    if (!data || data.revision < revision || sets < (exercises[0]?.sets.length ?? 0)) missing.push(id)
  }
  return missing
}

test(`a server killed with -9 under load ${rounds} times loses no acknowledged write`, async () => {
  let token: string | undefined
  let total = 0
  let acknowledged = new Map<string, Workout>()
  // One more start than kills: each checks the writes acknowledged before the kill.
  for (let round = 0; round <= rounds; round++) {
    const { server, baseUrl } = await serve()
    const client = createReplogClient({ baseUrl, getAccessToken: () => token })
    if (token === undefined) {
      const body = { email: 'ada@example.com', password: 'correct horse battery' }
      token = (await client.POST('/api/auth/register', { body })).data?.accessToken
      expect(token).toBeString()
    }
    expect(await lost(client, acknowledged)).toEqual([])
    if (round === rounds) break

    const writing = new Map<string, Workout>()
    let responses = 0
    const onAcknowledged = () => {
      if (++responses === answersBeforeKill(round)) server.process.kill('SIGKILL')
    }
    await Promise.all(Array.from({ length: writers }, () => write(client, writing, onAcknowledged)))
    expect(await server.process.exited).toBe(137)
    total += responses
    acknowledged = writing
  }
  expect(total).toBeGreaterThan(rounds * 10)
}, 120_000)
