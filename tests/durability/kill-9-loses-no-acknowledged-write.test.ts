import { afterEach, expect, test } from 'bun:test'
import { createReplogClient, type ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { endProcesses, runServer, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { runs } from '#tests/support/runs.ts'
import { copySeededDatabase } from '#tests/support/template.ts'

type Workout = Schemas['Workout']

afterEach(endProcesses)

const rounds = runs(6)
/** Concurrent writers, so that several of their writes share a commit. */
const writers = 12
/** The number of responses before the kill. It differs by round, so that kills hit different moments of a write. */
const responsesBeforeKill = (round: number) => 5 + ((round * 7) % 23)

const folder = temporaryFolder()

/** Starts a server process on the folder, and waits until it is ready. */
async function serve(): Promise<{ readonly server: TestProcess; readonly baseUrl: string }> {
  const env = { PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' }
  await copySeededDatabase(folder)
  const server = runServer(env)
  const { url } = await server.line('ready')
  return { server, baseUrl: new URL(String(url)).origin }
}

/**
 * Logs workouts and adds sets to them one by one, as an app does, until the server is killed. Records the acknowledged
 * states.
 */
async function write(client: ReplogClient, acknowledged: Map<string, Workout>, onAcknowledged: () => void) {
  try {
    for (;;) {
      const logged = await client.POST('/api/workouts', { body: workoutOf(1) })
      if (!logged.data) throw new Error(`rejected: ${logged.error.code}`)
      acknowledged.set(logged.data.id, logged.data)
      onAcknowledged()
      for (let sets = 2; sets <= 4; sets++) {
        const saved = await client.PUT('/api/workouts/{id}', {
          params: { path: { id: logged.data.id }, header: { 'If-Match': '*' } },
          body: workoutOf(sets),
        })
        if (!saved.data) throw new Error(`rejected: ${saved.error.code}`)
        acknowledged.set(saved.data.id, saved.data)
        onAcknowledged()
      }
    }
  } catch (error) {
    // The kill breaks the connection; a rejected write is a bug.
    if (error instanceof Error && error.message.startsWith('rejected')) throw error
  }
}

function workoutOf(sets: number): Schemas['WorkoutInput'] {
  const set = { type: 'normal', reps: 5, weight: { value: 100, unit: 'kg' } } as const
  return {
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId: 'barbell-bench-press', sets: Array.from({ length: sets }, () => set) }],
  }
}

/** The ids of acknowledged workouts that are missing or in an older state. */
async function lostIds(client: ReplogClient, acknowledged: ReadonlyMap<string, Workout>): Promise<string[]> {
  const lost: string[] = []
  for (const [id, { revision, exercises }] of acknowledged) {
    const { data } = await client.GET('/api/workouts/{id}', { params: { path: { id } } })
    const sets = data?.exercises[0]?.sets.length ?? 0
    if (!data || data.revision < revision || sets < (exercises[0]?.sets.length ?? 0)) lost.push(id)
  }
  return lost
}

test(`a server killed with SIGKILL under load ${rounds} times loses no acknowledged write`, async () => {
  let token: string | undefined
  let total = 0
  let acknowledged = new Map<string, Workout>()
  // One more start than kills, because each start checks the writes acknowledged before the previous kill.
  for (let round = 0; round <= rounds; round++) {
    const { server, baseUrl } = await serve()
    const client = createReplogClient({ baseUrl, getAccessToken: () => token })
    if (token === undefined) {
      const body = { email: 'ada@example.com', password: 'correct horse battery' }
      token = (await client.POST('/api/auth/register', { body })).data?.accessToken
      expect(token).toBeString()
    }
    expect(await lostIds(client, acknowledged)).toEqual([])
    if (round === rounds) break

    const written = new Map<string, Workout>()
    let responses = 0
    const onAcknowledged = () => {
      if (++responses === responsesBeforeKill(round)) server.process.kill('SIGKILL')
    }
    await Promise.all(Array.from({ length: writers }, () => write(client, written, onAcknowledged)))
    expect(await server.process.exited).toBe(137)
    total += responses
    acknowledged = written
  }
  expect(total).toBeGreaterThan(rounds * 10)
}, 120_000)
