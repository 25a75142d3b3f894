import { afterEach, expect, test } from 'bun:test'
import { createReplogClient, type ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { openEventStream } from '#tests/handlers/sync/open-event-stream.ts'
import { endProcesses, runServer, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { runs } from '#tests/support/runs.ts'
import { copySeededDatabase } from '#tests/support/template.ts'

afterEach(endProcesses)

const rounds = runs(4)
const pushers = 3
/** The mutations of one push: too many for one transaction, so that a kill can interrupt a push halfway. */
const mutationsPerPush = 300
/**
 * The number of changes reported before the kill. It differs by round, so that kills hit different moments. At most
 * half of all changes, because reports arrive late on a busy machine, and the server must still be working on the
 * others.
 */
const changesBeforeKill = (round: number) => 1 + ((round * 97) % ((mutationsPerPush * pushers) / 2))

const folder = temporaryFolder()

async function serve(): Promise<{ readonly server: TestProcess; readonly baseUrl: string }> {
  await copySeededDatabase(folder)
  const server = runServer({ PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' })
  const { url } = await server.line('ready')
  return { server, baseUrl: new URL(String(url)).origin }
}

/** The mutations of one client: creates resources, and then changes the first revision of each. */
function mutationsOf(round: number): Schemas['SyncMutation'][] {
  const creations = Array.from({ length: mutationsPerPush / 2 }, (_, index): Schemas['SyncMutation'] => {
    const id = Bun.randomUUIDv7()
    const mutation = { mutationId: Bun.randomUUIDv7(), id, op: 'put' as const }
    const measuredAt = '2026-11-20T06:30:00.000Z'
    if (index % 2 === 0)
      return {
        ...mutation,
        resource: 'measurement',
        value: { kind: 'bodyweight', value: 80, unit: 'kg', measuredAt },
      }
    const sets = [{ type: 'normal' as const, reps: round + 1 }]
    const exercises = [{ exerciseId: 'barbell-bench-press', sets }]
    return { ...mutation, resource: 'workout', value: { startedAt: measuredAt, exercises } }
  })
  const changes = creations.map((mutation): Schemas['SyncMutation'] => {
    const change = { mutationId: Bun.randomUUIDv7(), baseRevision: 1 }
    if (mutation.resource === 'workout' && mutation.value)
      return { ...mutation, ...change, value: { ...mutation.value, notes: 'changed' } }
    if (mutation.resource === 'measurement' && mutation.value)
      return { ...mutation, ...change, value: { ...mutation.value, notes: 'changed' } }
    throw new Error('there are no other resources')
  })
  return [...creations, ...changes]
}

/** The results of a push, or undefined if the server was killed. Throws if the server rejects it. */
async function push(
  client: ReplogClient,
  mutations: Schemas['SyncMutation'][],
): Promise<Schemas['SyncResult'][] | undefined> {
  const response = await client.POST('/api/sync/push', { body: { mutations } }).catch(() => undefined)
  if (!response) return undefined
  if (!response.data) throw new Error(`rejected: ${response.error.code}`)
  return response.data.results
}

test(`pushes interrupted by kill -9, ${rounds} times, are applied exactly once, by the first try or a retry`, async () => {
  let token: string | undefined
  let acknowledged: readonly Schemas['SyncMutation'][][] = []
  const counts = { applied: 0, duplicate: 0 }
  let interrupted = 0
  for (let round = 0; round <= rounds; round++) {
    const { server, baseUrl } = await serve()
    const client = createReplogClient({ baseUrl, getAccessToken: () => token })
    if (token === undefined) {
      const body = { email: 'ada@example.com', password: 'correct horse battery' }
      token = (await client.POST('/api/auth/register', { body })).data?.accessToken
      expect(token).toBeString()
    }
    for (const mutations of acknowledged) {
      const results = await push(client, mutations)
      expect(results?.map((result) => ('revision' in result ? result.revision : result))).toEqual(
        mutations.map(({ baseRevision = 0 }) => baseRevision + 1),
      )
      const outcomes = results?.map(({ outcome }) => outcome) ?? []
      // In order: mutations applied before the kill are duplicates, and the others are applied now.
      expect(outcomes.join()).toMatch(/^(duplicate,?)*(applied,?)*$/)
      for (const outcome of outcomes) if (outcome === 'applied' || outcome === 'duplicate') counts[outcome]++
      for (const { id, resource } of mutations.slice(0, mutationsPerPush / 2)) {
        if (resource !== 'workout') continue
        const { data } = await client.GET('/api/workouts/{id}', { params: { path: { id } } })
        expect([data?.revision, data?.notes, data?.exercises[0]?.sets.length]).toEqual([2, 'changed', 1])
      }
    }
    if (round === rounds) break

    acknowledged = Array.from({ length: pushers }, () => mutationsOf(round))
    const stream = await openEventStream(baseUrl, { token: token ?? '' })
    const { seq: seqBefore } = await stream.next()
    const pushing = acknowledged.map((mutations) => push(client, mutations))
    while ((await stream.next()).seq < seqBefore + changesBeforeKill(round));
    server.process.kill('SIGKILL')
    interrupted += (await Promise.all(pushing)).filter((results) => results === undefined).length
    expect(await server.process.exited).toBe(137)
  }
  // Kills must have interrupted pushes, and have hit both unapplied and applied mutations; otherwise the test is
  // meaningless.
  expect(interrupted).toBeGreaterThan(rounds / 2)
  expect(counts.applied).toBeGreaterThan(0)
  expect(counts.duplicate).toBeGreaterThan(0)
}, 400_000)
