import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { get, post, problemOf, put, remove, weigh } from '../training.ts'

const app = await testApp()
const user = await app.register()
const measuredAt = '2026-03-02T06:30:00.000Z'

type Measurement = Schemas['Measurement']

const units = {
  mass: { kinds: ['bodyweight', 'lean_mass'], units: ['kg', 'lb'], max: 2000 },
  percent: { kinds: ['body_fat'], units: ['percent'], max: 100 },
  length: { kinds: ['height', 'waist', 'left_upper_arm', 'right_calf'], units: ['cm', 'in'], max: 500 },
} as const

const anyMeasurement = fc.constantFrom(...Object.values(units)).chain(({ kinds, units: unitsOfKind, max }) =>
  fc.record(
    {
      kind: fc.constantFrom<string>(...kinds),
      unit: fc.constantFrom<string>(...unitsOfKind),
      value: fc.oneof(fc.double({ min: 1e-9, max, noNaN: true }), fc.constantFrom(0, 82.4, 17.35, 33.333333)),
      measuredAt: fc
        .integer({ min: 0, max: 4e12 })
        .map((milliseconds) => new Date(milliseconds).toISOString()),
      notes: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    },
    { requiredKeys: ['kind', 'unit', 'value', 'measuredAt'] },
  ),
)

test('any measurement, created or replaced, is returned as entered', async () => {
  await fc.assert(
    fc.asyncProperty(anyMeasurement, anyMeasurement, async (first, second) => {
      const created = await post<Measurement>(user, '/api/measurements', first)
      const { id, createdAt, updatedAt } = created.body
      expect<unknown>(created.body).toEqual({ ...first, id, revision: 1, createdAt, updatedAt })
      const saved = await put<Measurement>(user, `/api/measurements/${id}`, second, created.etag)
      const revision = Bun.deepEquals(first, second) ? 1 : 2
      expect<unknown>(saved.body).toEqual({ ...second, id, revision, createdAt, updatedAt })
      expect(await get<Measurement>(user, `/api/measurements/${id}`)).toEqual(saved)
    }),
    { numRuns: runs(60) },
  )
})

test.each([
  ['bodyweight', 'cm', 10, ['/unit enum']],
  ['lean_mass', 'percent', 10, ['/unit enum']],
  ['body_fat', 'kg', 10, ['/unit enum']],
  ['waist', 'lb', 10, ['/unit enum']],
  ['right_calf', 'percent', 10, ['/unit enum']],
  ['bodyweight', 'kg', 2000.5, ['/value maximum']],
  ['body_fat', 'percent', 100.5, ['/value maximum']],
  ['height', 'cm', 500.5, ['/value maximum']],
  ['body_fat', 'in', 101, ['/value maximum', '/unit enum']],
  ['waist', 'stone', 10, ['/unit enum']],
  ['shoe_size', 'cm', 10, ['/kind enum']],
])('422 for %s in %s with the value %d', async (kind, unit, value, problems) => {
  const body = { kind, unit, value, measuredAt }
  const [status, code, ...fields] = problemOf(await user.send('POST', '/api/measurements', { body }))
  expect([status, code]).toEqual([422, 'validation_failed'])
  expect(fields.sort()).toEqual(problems.sort())
})

test.each([
  [{ unit: 'cm', value: 10 }, '/kind required'],
  [{ kind: 'waist', value: 10 }, '/unit required'],
])('422 for %j', async (body, fieldProblem) => {
  const response = await user.send('POST', '/api/measurements', { body: { ...body, measuredAt } })
  expect(problemOf(response)).toEqual([422, 'validation_failed', fieldProblem])
})

test('an unchanged measurement keeps its revision, and omitted notes are removed', async () => {
  const input = { kind: 'waist', unit: 'cm', value: 80, measuredAt, notes: 'relaxed' }
  const created = await post<Measurement>(user, '/api/measurements', input)
  const path = `/api/measurements/${created.body.id}`
  expect(
    await put<Measurement>(user, path, { ...input, measuredAt: '2026-03-02T07:30:00+01:00' }, created.etag),
  ).toEqual(created)
  const { notes, ...withoutNotes } = input
  const cleared = await put<Measurement>(user, path, withoutNotes, created.etag)
  expect(cleared.body).toMatchObject({ revision: 2 })
  expect(cleared.body.notes).toBeUndefined()
})

test('a deleted measurement gets 410, and its id stays in use', async () => {
  const { body } = await weigh(user, measuredAt, 80)
  const path = `/api/measurements/${body.id}`
  await remove(user, path)
  const deletedProblem = [410, 'measurement_deleted']
  const headers = { 'If-Match': '*' }
  const input = { kind: 'bodyweight', unit: 'kg', value: 80, measuredAt }
  expect(problemOf(await user.send('GET', path))).toEqual(deletedProblem)
  expect(problemOf(await user.send('PUT', path, { body: input, headers }))).toEqual(deletedProblem)
  expect(problemOf(await user.send('DELETE', path, { headers }))).toEqual(deletedProblem)
  const response = await user.send('POST', '/api/measurements', { body: { ...input, id: body.id } })
  expect(problemOf(response)).toEqual([409, 'id_taken'])
})

test('one of two changes with the same ETag succeeds, and the other gets 412 with the current ETag', async () => {
  const { body, etag } = await weigh(user, measuredAt, 80)
  const path = `/api/measurements/${body.id}`
  const responses = await Promise.all(
    [81, 82].map((value) =>
      user.send('PUT', path, {
        body: { kind: 'bodyweight', unit: 'kg', value, measuredAt },
        headers: { 'If-Match': etag },
      }),
    ),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 412])
  const current = await get<Measurement>(user, path)
  expect(responses.find(({ status }) => status === 412)?.headers.get('ETag')).toBe(current.etag)
})

test('an unknown measurement gets 404, and a body with a different id gets 422', async () => {
  const path = `/api/measurements/${crypto.randomUUID()}`
  const headers = { 'If-Match': '*' }
  const input = { kind: 'bodyweight', unit: 'kg', value: 80, measuredAt }
  expect(problemOf(await user.send('GET', path))).toEqual([404, 'not_found'])
  expect(problemOf(await user.send('PUT', path, { body: input, headers }))).toEqual([404, 'not_found'])
  const withOtherId = await user.send('PUT', path, { body: { ...input, id: crypto.randomUUID() }, headers })
  expect(problemOf(withOtherId)).toEqual([422, 'validation_failed', '/id id_mismatch'])
})
