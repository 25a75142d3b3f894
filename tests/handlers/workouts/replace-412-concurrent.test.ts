import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { get, inputOf, log, problemOf, reps, save, type Workout, workoutOf } from '../training.ts'

const app = await testApp()
const user = await app.register()
const startedAt = '2026-03-02T10:00:00.000Z'

test('one of several saves with the same ETag succeeds, and the others get 412 with the current ETag', async () => {
  const { body, etag } = await log(user, { startedAt, exercises: [] })
  const path = `/api/workouts/${body.id}`
  const responses = await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      user.send('PUT', path, {
        body: { ...inputOf(body), name: `save ${number}` },
        headers: { 'If-Match': etag },
      }),
    ),
  )
  const succeeded = responses.filter(({ status }) => status === 200)
  const rejected = responses.filter(({ status }) => status === 412)
  expect([succeeded.length, rejected.length]).toEqual([1, 7])
  const current = await get<Workout>(user, path)
  expect(current.body).toEqual(succeeded[0]?.json<Workout>() ?? current.body)
  for (const response of rejected) {
    expect(problemOf(response)).toEqual([412, 'revision_mismatch'])
    expect(response.headers.get('ETag')).toBe(current.etag)
  }
})

test('either a save or a deletion with the same ETag succeeds', async () => {
  const { body, etag } = await log(user, { startedAt, exercises: [] })
  const path = `/api/workouts/${body.id}`
  const headers = { 'If-Match': etag }
  const [replaced, deleted] = await Promise.all([
    user.send('PUT', path, { body: { ...inputOf(body), name: 'B' }, headers }),
    user.send('DELETE', path, { headers }),
  ])
  expect([
    [200, 412],
    [410, 204],
  ]).toContainEqual([replaced.status, deleted.status])
})

test('an If-Match with an older, weak or unknown tag gets 412', async () => {
  const first = await log(user, { startedAt, exercises: [] })
  const second = await save(user, { ...inputOf(first.body), name: 'B' }, first.etag)
  const path = `/api/workouts/${first.body.id}`
  for (const tag of [first.etag, `W/${second.etag}`, '"unknown"', '"7"']) {
    const response = await user.send('PUT', path, { body: inputOf(first.body), headers: { 'If-Match': tag } })
    expect([tag, response.status]).toEqual([tag, 412])
    expect((await user.send('DELETE', path, { headers: { 'If-Match': tag } })).status).toBe(412)
  }
  const listed = await user.send('PUT', path, {
    body: inputOf(first.body),
    headers: { 'If-Match': `${first.etag}, ${second.etag}` },
  })
  expect(listed.status).toBe(200)
})

test('concurrent POSTs all succeed, but only one of those with the same id', async () => {
  const path = '/api/workouts'
  const inputs = Array.from({ length: 20 }, () => workoutOf(startedAt, 'plank', reps(1), reps(2)))
  const posted = await Promise.all(inputs.map((body) => user.send('POST', path, { body })))
  expect(new Set(posted.map((response) => response.json<Workout>().id)).size).toBe(20)
  const id = crypto.randomUUID()
  const withSameId = await Promise.all(
    inputs.map((body) => user.send('POST', path, { body: { ...body, id } })),
  )
  expect(withSameId.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(withSameId.filter(({ status }) => status === 409).map(problemOf)).toEqual(
    Array(19).fill([409, 'id_taken']),
  )
})
