import { expect, test } from 'bun:test'
import { localStorageStore } from '#client/index.ts'
import { openPrograms } from '#client/programs/index.ts'
import { cleanUp } from '#services/housekeeping/clean-up.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { offline, testDevice } from './support/device.ts'

const app = await testApp()
const slots = [{ key: 'lift', exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }]
const routine = { days: [{ key: 'day', slots }], weeks: [{ key: 'week', days: ['day'] }] }

async function openPhone(email?: string) {
  const device = testDevice(app)
  const replog = await device.open()
  const user = email === undefined ? await app.register() : undefined
  await replog.logIn({ email: email ?? user?.email ?? '', password })
  await replog.sync()
  const programs = await openPrograms(replog, {
    storage: localStorageStore('programs', device.storage),
    exercises: async () => new Map(),
    auto: false,
  })
  return { device, replog, programs }
}

/** The server's revisions of all programs, by name, and those that the runs follow. */
async function onServer({ client }: Pick<Awaited<ReturnType<typeof openPhone>>['replog'], 'client'>) {
  const programs = await client.GET('/api/programs', { params: { query: { source: 'custom' } } })
  const runs = await client.GET('/api/runs')
  return {
    programs: programs.data?.items.map(({ name, revision }) => [name, revision]),
    runs: runs.data?.items.map(({ programRevision }) => programRevision).sort(),
  }
}

test('a program written and started offline is followed on the server, even after tombstones have expired', async () => {
  const user = await app.register()
  const workout = await user.client.POST('/api/workouts', {
    body: { startedAt: '2026-11-20T17:00:00Z', exercises: [] },
  })
  await user.send('DELETE', `/api/workouts/${workout.data?.id}`, {
    headers: { 'If-Match': workout.response.headers.get('etag') ?? '' },
  })
  app.clock.now += 100 * 86_400_000
  await cleanUp(app.db, app.clock.now, new AbortController().signal)
  const { device, replog, programs } = await openPhone(user.email)
  device.fetch = offline
  const { id } = await replog.programs.put({ ...routine, name: 'Offline' })
  await programs.begin(id)
  device.fetch = app.fetch
  await replog.sync()
  expect(replog.deadLetters.list()).toEqual([])
  expect(await onServer(replog)).toEqual({ programs: [['Offline', 1]], runs: [1] })
})

test('each run follows the revision of its program at its start, even if several revisions were written offline', async () => {
  const { device, replog, programs } = await openPhone()
  const { id } = await replog.programs.put({ ...routine, name: 'First' })
  await replog.sync()
  device.fetch = offline
  const runs: string[] = []
  for (const name of ['Second', 'Third']) {
    await replog.programs.put({ ...routine, id, name })
    runs.push((await programs.begin(id)).id)
  }
  device.fetch = app.fetch
  await replog.sync()
  expect(await onServer(replog)).toEqual({ programs: [['Third', 3]], runs: [2, 3] })
  const names = runs.map((run) => programs.get(id, replog.runs.get(run)?.programRevision)?.name)
  expect(names).toEqual(['Second', 'Third'])
})
