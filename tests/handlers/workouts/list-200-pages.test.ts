import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectBody, get, listAll, log, problemOf, reps, type Workout } from '../training.ts'

const app = await testApp()

type Page = { items: Workout[]; nextCursor?: string }

async function logAt(user: TestUser, ...days: number[]): Promise<void> {
  for (const day of days) {
    const exercises = [{ exerciseId: 'plank', sets: [reps(day)] }]
    await log(user, { name: `${day}`, startedAt: new Date(day * dayMs).toISOString(), exercises })
  }
}

const namesOf = ({ items }: Page) => items.map(({ name }) => Number(name))

test('pages have no gaps or repeats while workouts are created and deleted', async () => {
  const user = await app.register()
  await logAt(user, 10, 20, 30, 40, 50, 60, 70)
  const first = (await get<Page>(user, '/api/workouts?limit=3')).body
  expect(namesOf(first)).toEqual([70, 60, 50])
  await logAt(user, 80, 55, 35)
  const [, last] = first.items.slice(-2)
  const deletion = await user.send('DELETE', `/api/workouts/${last?.id}`, { headers: { 'If-Match': '*' } })
  expect(deletion.status).toBe(204)
  const second = (await get<Page>(user, `/api/workouts?limit=3&cursor=${first.nextCursor}`)).body
  expect(namesOf(second)).toEqual([40, 35, 30])
  const third = (await get<Page>(user, `/api/workouts?limit=3&cursor=${second.nextCursor}`)).body
  expect([namesOf(third), third.nextCursor]).toEqual([[20, 10], undefined])
})

test('a page may end between workouts with the same start, each with its own sets', async () => {
  const user = await app.register()
  await logAt(user, ...Array<number>(7).fill(10))
  const workouts = await listAll<Workout>(user, '/api/workouts')
  expect(workouts.map(({ id }) => id)).toEqual(
    workouts
      .map(({ id }) => id)
      .toSorted()
      .reverse(),
  )
  for (const limit of [1, 2, 6, 7])
    expect(await listAll<Workout>(user, `/api/workouts?limit=${limit}`)).toEqual(workouts)
  expect(workouts.every(({ exercises }) => exercises[0]?.sets.length === 1)).toBe(true)
})

test('the Link header has the next page, and the last page has no Link', async () => {
  const user = await app.register()
  await logAt(user, 10, 20)
  const first = await user.send('GET', '/api/workouts?limit=1&q=0')
  const next = first.headers.get('Link')?.match(/^<([^>]+)>; rel="next"$/)?.[1] ?? ''
  const { pathname, search } = new URL(next, 'http://localhost')
  const second = await user.send('GET', pathname + search)
  expect(namesOf(expectBody<Page>(second, 200))).toEqual([10])
  expect(second.headers.get('Link')).toBeNull()
})

test('a cursor with different filters, from a different list, or forged gets 422', async () => {
  const user = await app.register()
  await logAt(user, 10, 20)
  const { nextCursor } = (await get<Page>(user, '/api/workouts?limit=1&q=0')).body
  const rejection = [422, 'validation_failed', 'cursor invalid_cursor']
  const forged = Buffer.from(JSON.stringify(['x', { startedAt: 1, id: 'a' }])).toString('base64url')
  for (const path of [
    `/api/workouts?limit=1&cursor=${nextCursor}`,
    `/api/workouts?limit=1&q=1&cursor=${nextCursor}`,
    `/api/measurements?limit=1&cursor=${nextCursor}`,
    `/api/workouts?cursor=${forged}`,
    '/api/workouts?cursor=AAAAAAAAAAAAAAAAAAAA',
  ])
    expect(problemOf(await user.send('GET', path))).toEqual(rejection)
})

test('an unchanged list gets 304', async () => {
  const user = await app.register()
  await logAt(user, 10)
  const { etag } = await get<Page>(user, '/api/workouts')
  const headers = { 'If-None-Match': etag }
  expect((await user.send('GET', '/api/workouts', { headers })).status).toBe(304)
  await logAt(user, 20)
  expect((await user.send('GET', '/api/workouts', { headers })).status).toBe(200)
})
