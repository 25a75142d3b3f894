import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { document, nodeOf } from '#tests/support/contract.ts'

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const workout = { id, startedAt: '2026-11-20T17:02:00.000Z', exercises: [] }
const tooMany = { exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 1001 }] }
const path = `/api/workouts/${id}`

/** The example of a response, without the members that differ between requests. */
function exampleOf(response: string) {
  const { content } = nodeOf(nodeOf(nodeOf(document.components).responses)[response])
  const {
    requestId: _,
    instance: __,
    errors: ___,
    ...problem
  } = nodeOf(nodeOf(nodeOf(content)['application/problem+json']).example)
  return problem
}

const app = await testApp()
const user = await app.register()

test.each([
  ['Unauthorized', 401, () => app.send('GET', path)],
  ['NotFound', 404, () => user.send('GET', path)],
  ['BadRequest', 400, () => user.send('POST', '/api/workouts', { raw: '{' })],
  [
    'UnsupportedMediaType',
    415,
    () => user.send('POST', '/api/workouts', { raw: '{}', headers: { 'Content-Type': 'text/plain' } }),
  ],
  ['ContentTooLarge', 413, () => user.send('POST', '/api/workouts', { raw: ' '.repeat(1024 * 1024 + 1) })],
  [
    'ValidationFailed',
    422,
    () => user.send('POST', '/api/workouts', { body: { ...workout, exercises: [tooMany] } }),
  ],
  ['PreconditionRequired', 428, () => user.send('PUT', path, { body: workout })],
] as const)('the example of %s matches a real response', async (response, status, send) => {
  const actual = await send()
  expect(actual.status, actual.text).toBe(status)
  expect(actual.json<object>()).toMatchObject(exampleOf(response))
})

test('the examples of a conflict, a deletion and a lost update match real responses', async () => {
  await user.send('POST', '/api/workouts', { body: workout })
  const conflict = await user.send('POST', '/api/workouts', { body: workout })
  expect(conflict.json<object>()).toMatchObject(exampleOf('Conflict'))
  const stale = await user.send('PUT', path, {
    body: { ...workout, name: 'Push A' },
    headers: { 'If-Match': '"99-00000000"' },
  })
  expect(stale.json<object>()).toMatchObject(exampleOf('PreconditionFailed'))
  await user.send('DELETE', path, { headers: { 'If-Match': '*' } })
  expect((await user.send('GET', path)).json<object>()).toMatchObject(exampleOf('Gone'))
})
