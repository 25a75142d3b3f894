import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { runs } from '#tests/support/runs.ts'
import { startNode } from './node.ts'

afterEach(endProcesses)

const devices = 12
const savesPerDevice = runs(4)

interface Session {
  readonly origins: readonly string[]
  readonly token: string
}

interface Workout {
  readonly id: string
  readonly notes?: string
  readonly revision: number
}

const account = { email: 'ada@example.com', password: 'gravel teapot eleven moons' }
const newWorkout = {
  startedAt: '2026-11-20T17:02:00.000Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}

async function startSession(database: string): Promise<Session> {
  await administer(new URL('/', database).href, `create database ${new URL(database).pathname.slice(1)}`)
  const nodes = [await startNode(database), await startNode(database)]
  const origins = nodes.map(({ origin }) => origin)
  const registered = await fetch(`${origins[0]}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  })
  expect(registered.status).toBe(201)
  const { accessToken: token }: { accessToken: string } = await registered.json()
  return { origins, token }
}

/** Sends a request through the node that a device is connected to. */
function send({ origins, token }: Session, device: number, path: string, init: RequestInit = {}) {
  return fetch(`${origins[device % origins.length]}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers },
  })
}

async function create(session: Session): Promise<Workout> {
  const response = await send(session, 0, '/api/workouts', {
    method: 'POST',
    body: JSON.stringify(newWorkout),
  })
  expect(response.status).toBe(201)
  return response.json()
}

const replace = (session: Session, device: number, id: string, etag: string, notes: string) =>
  send(session, device, `/api/workouts/${id}`, {
    method: 'PUT',
    headers: { 'If-Match': etag },
    body: JSON.stringify({ ...newWorkout, notes }),
  })

/** Adds a word to the notes of a workout, and retries on the latest state if another device came first. */
async function addWord(session: Session, device: number, id: string, word: string): Promise<string[]> {
  const rejections: string[] = []
  for (;;) {
    const read = await send(session, device, `/api/workouts/${id}`)
    const { notes = '' }: Workout = await read.json()
    const replaced = await replace(
      session,
      device,
      id,
      read.headers.get('etag') ?? '',
      `${notes} ${word}`.trim(),
    )
    if (replaced.status === 200) {
      await replaced.arrayBuffer()
      return rejections
    }
    const { code }: { code: string } = await replaced.json()
    rejections.push(`${replaced.status} ${code}`)
  }
}

test.skipIf(!hasPostgres)(
  'devices on two nodes that replace one workout lose no change, and only ever get 412 if another came first',
  async () => {
    const { url } = await startTestPostgres({ durable: true })
    const session = await startSession(urlOf(url, 'one_workout'))
    const { id } = await create(session)
    const words = Array.from({ length: savesPerDevice }, (_, save) => save)
    const rejections = await Promise.all(
      Array.from({ length: devices }, async (_, device) => {
        const ofDevice: string[] = []
        for (const save of words) ofDevice.push(...(await addWord(session, device, id, `${device}.${save}`)))
        return ofDevice
      }),
    )
    const { notes = '', revision }: Workout = await (await send(session, 0, `/api/workouts/${id}`)).json()
    const allWords = Array.from({ length: devices }, (_, device) =>
      words.map((save) => `${device}.${save}`),
    ).flat()
    expect(notes.split(' ').sort()).toEqual(allWords.sort())
    expect(revision).toBe(1 + devices * savesPerDevice)
    expect([...new Set(rejections.flat())]).toEqual(['412 revision_mismatch'])
  },
  120_000,
)

test.skipIf(!hasPostgres)(
  'devices on two nodes that replace different workouts of one user never conflict',
  async () => {
    const { url } = await startTestPostgres({ durable: true })
    const session = await startSession(urlOf(url, 'many_workouts'))
    const ids: string[] = []
    for (let device = 0; device < devices; device++) ids.push((await create(session)).id)
    const statuses = await Promise.all(
      ids.map(async (id, device) => {
        const ofDevice: number[] = []
        let etag = (await send(session, device, `/api/workouts/${id}`)).headers.get('etag') ?? ''
        for (let save = 0; save < savesPerDevice; save++) {
          const replaced = await replace(session, device, id, etag, `save ${save}`)
          ofDevice.push(replaced.status)
          etag = replaced.headers.get('etag') ?? ''
        }
        return ofDevice
      }),
    )
    expect(new Set(statuses.flat())).toEqual(new Set([200]))
    const changes: { items: { value: Workout }[] } = await (
      await send(session, 1, '/api/sync/changes')
    ).json()
    const pulled = changes.items.map(({ value }) => [value.id, value.revision, value.notes])
    expect(pulled.toSorted()).toEqual(
      ids.map((id) => [id, savesPerDevice + 1, `save ${savesPerDevice - 1}`]).toSorted(),
    )
  },
  120_000,
)
