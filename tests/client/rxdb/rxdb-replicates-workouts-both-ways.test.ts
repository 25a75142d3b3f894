import { afterAll, describe, expect, test } from 'bun:test'
import { createReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { replicate } from './replication.ts'
import { inputOf, workoutCollection } from './workout-documents.ts'

const app = await testApp()
const user = await app.register()
let isOffline = false
const client = createReplogClient({
  baseUrl: app.listen(),
  getAccessToken: () => user.token,
  fetch: (request) => (isOffline ? Promise.reject(new TypeError('the network is down')) : fetch(request)),
})
// Logged before the replication starts, so that the first pull has more than one page.
for (let number = 1; number <= 12; number++) await logOnServer(`before ${number}`)
const phone = await workoutCollection('phone')
const replication = replicate(phone, client)

afterAll(async () => {
  await replication.stop()
  await phone.database.close()
})

function workout(name: string, reps = 5): Schemas['WorkoutInput'] {
  return {
    id: Bun.randomUUIDv7(),
    name,
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [
      {
        id: Bun.randomUUIDv7(),
        exerciseId: 'barbell-bench-press',
        sets: [{ id: Bun.randomUUIDv7(), type: 'normal', weight: { value: 100, unit: 'kg' }, reps }],
      },
    ],
  }
}

async function logOnServer(name: string): Promise<Schemas['Workout']> {
  const { data } = await user.client.POST('/api/workouts', { body: workout(name) })
  if (!data) throw new Error('the server did not create the workout')
  return data
}

async function logOnPhone(name: string): Promise<string> {
  const value = workout(name)
  const id = value.id ?? ''
  await phone.insert({ id, revision: 0, value })
  return id
}

function renameOnPhone(id: string, name: string) {
  return phone
    .findOne(id)
    .exec(true)
    .then((stored) =>
      stored.incrementalModify((document) => {
        if (document.value) document.value.name = name
        return document
      }),
    )
}

async function changeOnServer(id: string, body?: Schemas['WorkoutInput']) {
  const path = `/api/workouts/${id}`
  const { etag } = (await user.send('GET', path)).headers.toJSON()
  const headers = { 'If-Match': etag ?? '' }
  return body ? await user.send('PUT', path, { headers, body }) : await user.send('DELETE', path, { headers })
}

/** Waits until the names of the phone's workouts satisfy a condition. */
async function untilPhone(condition: (names: readonly string[]) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const watching = phone.find().$.subscribe((documents) => {
    if (condition(documents.map(({ value }) => value?.name ?? ''))) resolve()
  })
  await promise
  watching.unsubscribe()
}

async function expectSameWorkouts(): Promise<void> {
  await replication.state.awaitInSync()
  const { data } = await user.client.GET('/api/workouts', { params: { query: { limit: 200 } } })
  const onServer = (data?.items ?? []).map((item) => ({
    id: item.id,
    revision: item.revision,
    value: inputOf(item),
  }))
  const onPhone = (await phone.find().exec()).map((document) => document.toMutableJSON())
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(onPhone.toSorted(byId)).toEqual(onServer.toSorted(byId))
}

describe('RxDB with only pull, push and stream handlers', () => {
  test('pulls existing workouts page by page', async () => {
    await replication.state.awaitInitialReplication()
    expect(await phone.find().exec()).toHaveLength(12)
    await expectSameWorkouts()
  })

  test('is notified when another device logs, and pulls', async () => {
    const arrived = untilPhone((names) => names.includes('from a watch'))
    await logOnServer('from a watch')
    await arrived
    await expectSameWorkouts()
  })

  test('pushes workouts that were logged on the phone and edited later', async () => {
    const id = await logOnPhone('from the phone')
    await expectSameWorkouts()
    await renameOnPhone(id, 'once')
    await renameOnPhone(id, 'twice')
    await expectSameWorkouts()
    const { data } = await user.client.GET('/api/workouts/{id}', { params: { path: { id } } })
    expect(data).toMatchObject({ name: 'twice', exercises: [{ sets: [{ reps: 5 }] }] })
  })

  test('replicates deletions both ways', async () => {
    const idOnPhone = await logOnPhone('deleted on the phone')
    const onServer = await logOnServer('deleted on the server')
    await untilPhone((names) => names.includes('deleted on the server'))
    await expectSameWorkouts()
    const disappeared = untilPhone((names) => !names.includes('deleted on the server'))
    await changeOnServer(onServer.id)
    await phone.findOne(idOnPhone).remove()
    await disappeared
    await expectSameWorkouts()
    expect((await user.send('GET', `/api/workouts/${idOnPhone}`)).status).toBe(410)
  })

  test('chooses the server’s state after conflicting edits, and keeps what only the phone has changed', async () => {
    const [edited, deleted, onlyPhone] = await Promise.all(['both', 'gone', 'own'].map(logOnPhone))
    await expectSameWorkouts()
    isOffline = true
    try {
      await renameOnPhone(edited ?? '', 'both, by the phone')
      await renameOnPhone(deleted ?? '', 'gone, by the phone')
      await renameOnPhone(onlyPhone ?? '', 'own, by the phone')
      await logOnPhone('offline')
      expect(
        (await changeOnServer(edited ?? '', { ...workout('both, by the server'), id: edited ?? '' })).status,
      ).toBe(200)
      expect((await changeOnServer(deleted ?? '')).status).toBe(204)
    } finally {
      isOffline = false
    }
    await untilPhone(
      (names) => names.includes('both, by the server') && !names.includes('gone, by the phone'),
    )
    await expectSameWorkouts()
    const names = (await phone.find().exec()).map(({ value }) => value?.name)
    expect(names).toContain('own, by the phone')
    expect(names).toContain('offline')
  })

  test('restores a deleted workout as a new revision', async () => {
    const id = await logOnPhone('back again')
    await expectSameWorkouts()
    const value = (await phone.findOne(id).exec(true)).toMutableJSON().value
    await phone.findOne(id).remove()
    await replication.state.awaitInSync()
    await phone.insert({ id, revision: 0, ...(value && { value }) })
    await expectSameWorkouts()
    expect((await user.send('GET', `/api/workouts/${id}`)).json<Schemas['Workout']>().revision).toBe(3)
  })
})
