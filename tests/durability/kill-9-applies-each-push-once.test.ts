import { afterEach, expect, test } from 'bun:test'
import { createReplogClient, type ReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { listenTo } from '#tests/handlers/sync/listening.ts'
import { endProcesses, run, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { runs } from '#tests/support/runs.ts'

afterEach(endProcesses)

const rounds = runs(4)
const pushers = 3
/** Mutations of one push: too many for one transaction, so that a kill can fall in the middle. */
const batch = 300
/**
 * The number of changes reported before the kill; it differs by round, so that the kill hits different moments. At most half,
 * because reports arrive late on a busy machine, and the server must still be working on the rest.
 */
const changesBeforeKill = (round: number) => 1 + ((round * 97) % ((batch * pushers) / 2))

const folder = temporaryFolder()

async function serve(): Promise<{ readonly server: TestProcess; readonly baseUrl: string }> {
  const server = run('src/main.ts', [], { PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' })
  const { url } = await server.line('ready')
  return { server, baseUrl: new URL(String(url)).origin }
}

/** Mutations of one client: new things, then each changed on its first revision. */
function mutationsOf(round: number): Schemas['SyncMutation'][] {
  const made = Array.from({ length: batch / 2 }, (_, index): Schemas['SyncMutation'] => {
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
  const changed = made.map((mutation): Schemas['SyncMutation'] => {
    const again = { mutationId: Bun.randomUUIDv7(), baseRevision: 1 }
    if (mutation.resource === 'workout' && mutation.value)
      return { ...mutation, ...again, value: { ...mutation.value, notes: 'changed' } }
    if (mutation.resource === 'measurement' && mutation.value)
      return { ...mutation, ...again, value: { ...mutation.value, notes: 'changed' } }
    throw new Error('nothing else was made')
  })
  return [...made, ...changed]
}

/** The results of a push; undefined when the server is gone. A refusal is a bug. */
async function pushed(
  client: ReplogClient,
  mutations: Schemas['SyncMutation'][],
): Promise<Schemas['SyncResult'][] | undefined> {
  const response = await client.POST('/api/sync/push', { body: { mutations } }).catch(() => undefined)
  if (!response) return undefined
  if (!response.data) throw new Error(`refused: ${response.error.code}`)
  return response.data.results
}

test(`pushes interrupted by ${rounds} kills -9 are applied exactly once, by the first try or a retry`, async () => {
  let token: string | undefined
  let known: readonly Schemas['SyncMutation'][][] = []
  const counts = { applied: 0, duplicate: 0 }
  let cut = 0
  for (let round = 0; round <= rounds; round++) {
    const { server, baseUrl } = await serve()
    const client = createReplogClient({ baseUrl, getAccessToken: () => token })
    if (token === undefined) {
      const body = { email: 'ada@example.com', password: 'correct horse battery' }
      token = (await client.POST('/api/auth/register', { body })).data?.accessToken
      expect(token).toBeString()
    }
    for (const mutations of known) {
      const results = await pushed(client, mutations)
      expect(results?.map((result) => ('revision' in result ? result.revision : result))).toEqual(
        mutations.map(({ baseRevision = 0 }) => baseRevision + 1),
      )
      const outcomes = results?.map(({ outcome }) => outcome) ?? []
      // In order: mutations before the kill are known, and those after it are applied now.
      expect(outcomes.join()).toMatch(/^(duplicate,?)*(applied,?)*$/)
      for (const outcome of outcomes) if (outcome === 'applied' || outcome === 'duplicate') counts[outcome]++
      for (const { id, resource } of mutations.slice(0, batch / 2)) {
        if (resource !== 'workout') continue
        const { data } = await client.GET('/api/workouts/{id}', { params: { path: { id } } })
        expect([data?.revision, data?.notes, data?.exercises[0]?.sets.length]).toEqual([2, 'changed', 1])
      }
    }
    if (round === rounds) break

    known = Array.from({ length: pushers }, () => mutationsOf(round))
    const stream = await listenTo(baseUrl, { token: token ?? '' })
    const { seq: before } = await stream.next()
    const pushing = known.map((mutations) => pushed(client, mutations))
    while ((await stream.next()).seq < before + changesBeforeKill(round));
    server.process.kill('SIGKILL')
    cut += (await Promise.all(pushing)).filter((results) => results === undefined).length
    expect(await server.process.exited).toBe(137)
  }
  // Kills must have come before, during and after pushes; otherwise the test is meaningless.
  expect(cut).toBeGreaterThan(rounds / 2)
  expect(counts.applied).toBeGreaterThan(0)
  expect(counts.duplicate).toBeGreaterThan(0)
}, 400_000)
