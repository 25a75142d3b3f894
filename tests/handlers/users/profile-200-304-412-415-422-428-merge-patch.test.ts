import { expect, test } from 'bun:test'
import { bodySchema, memberNames } from '#tests/contract/body-schema.ts'
import {
  firstFieldProblem,
  getMe,
  login,
  type Problem,
  problemOf,
  registerUser,
  type Tokens,
  type User,
} from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import type { TestResponse } from '#tests/support/request.ts'

/** Patches a profile, by default at any revision. Resolves to the response. */
function patch(app: TestApp, token: string, body: unknown, ifMatch = '*'): Promise<TestResponse> {
  return app.send('PATCH', '/api/users/me', { token, body, headers: { 'if-match': ifMatch } })
}

/** Patches a profile. Resolves to the new profile. */
async function patchProfile(app: TestApp, token: string, body: unknown): Promise<User> {
  const response = await patch(app, token, body)
  expect(response.status).toBe(200)
  return response.json<User>()
}

const everyField = {
  displayName: 'Ada L. ☂',
  unit: 'lb',
  distanceUnit: 'mi',
  timeZone: 'America/Chicago',
  dayStartHour: 23,
  weekStart: 'saturday',
  birthYear: 1990,
  sex: 'female',
  experience: 'advanced',
  goal: 'strength',
  workoutsPerWeek: 4,
  bodyweightGoal: 'gain',
  competitionDay: '2026-09-01',
  equipment: ['barbell', 'dumbbell'],
  plates: [
    { weight: { value: 20, unit: 'kg' }, pairs: 2 },
    { weight: { value: 2.5, unit: 'lb' }, pairs: 1 },
  ],
} as const

test('get, 200 with an entity tag, and 304 for that entity tag', async () => {
  const app = await testApp()
  const { accessToken, user } = await registerUser(app)
  const response = await getMe(app, accessToken)
  expect(response.json<User>()).toEqual(user)
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
  const etag = response.headers.get('etag') ?? ''
  expect(etag).toStartWith('"1-')
  const conditional = await app.send('GET', '/api/users/me', {
    token: accessToken,
    headers: { 'if-none-match': etag },
  })
  expect([conditional.status, conditional.text, conditional.headers.get('etag')]).toEqual([304, '', etag])
})

test('patch, 200 with every field changed, as a later read returns it', async () => {
  const app = await testApp()
  const { accessToken, user } = await registerUser(app)
  app.clock.now += 5000
  expect(new Set(Object.keys(everyField))).toEqual(new Set(memberNames(bodySchema('updateMe'))))
  const response = await patch(app, accessToken, everyField)
  expect(response.json<User>()).toEqual({
    ...user,
    ...everyField,
    equipment: [...everyField.equipment],
    plates: [...everyField.plates],
    revision: 2,
    updatedAt: new Date(app.clock.now).toISOString(),
  })
  const read = await getMe(app, accessToken)
  expect(read.text).toBe(response.text)
  expect(read.headers.get('etag')).toBe(response.headers.get('etag'))
})

test('patch, 200 leaves omitted fields unchanged, and null removes an optional field', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const before = await patchProfile(app, accessToken, everyField)
  const { birthYear, plates, ...unchanged } = before
  expect([birthYear, plates?.length]).toEqual([1990, 2])
  const after = await patchProfile(app, accessToken, { birthYear: null, plates: null, unit: 'kg' })
  expect(after).toEqual({ ...unchanged, unit: 'kg', revision: 3 })
  const withoutOptional = await patchProfile(app, accessToken, {
    displayName: null,
    sex: null,
    experience: null,
    goal: null,
    workoutsPerWeek: null,
    bodyweightGoal: null,
    competitionDay: null,
    equipment: null,
  })
  expect(Object.keys(withoutOptional).sort()).toEqual([
    ...['createdAt', 'dayStartHour', 'distanceUnit', 'email', 'id'],
    ...['revision', 'timeZone', 'unit', 'updatedAt', 'weekStart'],
  ])
})

test('patch, 200 with empty lists, which differ from missing ones', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  expect(await patchProfile(app, accessToken, { equipment: [], plates: [] })).toMatchObject({
    equipment: [],
    plates: [],
  })
})

test.each([{}, { unit: 'kg' }, { birthYear: null }])(
  'patch, 200 with the same revision if nothing changes (%j)',
  async (body) => {
    const app = await testApp()
    const { accessToken, user } = await registerUser(app)
    app.clock.now += 5000
    expect(await patchProfile(app, accessToken, body)).toEqual(user)
  },
)

test('patch, 200 with the same revision for the same lists', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const before = await patchProfile(app, accessToken, everyField)
  const { equipment, plates } = everyField
  expect(await patchProfile(app, accessToken, { equipment, plates })).toEqual(before)
})

test('patch, 415 for application/merge-patch+json', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const headers = { 'if-match': '*', 'content-type': 'application/merge-patch+json' }
  const response = await app.send('PATCH', '/api/users/me', {
    token: accessToken,
    body: { unit: 'lb' },
    headers,
  })
  expect(problemOf(response)).toEqual([415, 'unsupported_media_type'])
})

test('patch, 428 without If-Match', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const response = await app.send('PATCH', '/api/users/me', { token: accessToken, body: { unit: 'lb' } })
  expect(problemOf(response)).toEqual([428, 'precondition_required'])
})

test('patch, 412 with the current entity tag after another change', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const etag = (await getMe(app, accessToken)).headers.get('etag') ?? ''
  expect((await patch(app, accessToken, { unit: 'lb' }, etag)).status).toBe(200)
  const response = await patch(app, accessToken, { unit: 'kg' }, etag)
  expect(problemOf(response)).toEqual([412, 'revision_mismatch'])
  const current = await getMe(app, accessToken)
  expect(response.headers.get('etag')).toBe(current.headers.get('etag'))
  expect(current.json<User>()).toMatchObject({ unit: 'lb', revision: 2 })
  expect((await patch(app, accessToken, { unit: 'kg' }, response.headers.get('etag') ?? '')).status).toBe(200)
})

test('patch, 412 even if nothing would change', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  expect((await patch(app, accessToken, {}, '"7-abc"')).status).toBe(412)
})

test('patch, 200 for one of several concurrent changes to a revision, and 412 for the others', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const etag = (await getMe(app, accessToken)).headers.get('etag') ?? ''
  const years = [1980, 1981, 1982, 1983]
  const responses = await Promise.all(years.map((birthYear) => patch(app, accessToken, { birthYear }, etag)))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
})

test('patch, 422 for unknown fields and invalid values', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const body = { email: 'x@example.com', unit: null, birthYear: 1899, dayStartHour: 1.5, sex: 'x' }
  const response = await patch(app, accessToken, body)
  const fieldProblems = response.json<Problem>().errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  expect(fieldProblems?.sort()).toEqual([
    '/birthYear minimum',
    '/dayStartHour type',
    '/email unknown_field',
    '/sex enum',
    '/unit enum',
  ])
  expect(firstFieldProblem(await patch(app, accessToken, { timeZone: 'Europe/Nowhere' }))).toBe(
    '/timeZone format',
  )
})

test('a change by one session is immediately visible to the others', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  const second = (await login(app)).json<Tokens>()
  await patchProfile(app, first.accessToken, { unit: 'lb' })
  expect((await getMe(app, second.accessToken)).json<User>().unit).toBe('lb')
})
