import { beforeAll, describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { declaredOperations, nodeOf, resolved } from '#tests/support/contract.ts'
import { workoutBody } from './bodies.ts'
import { isAmong, notLists } from './exceptions.ts'
import { expectRejected, fieldProblemsOf, marker } from './expect-rejected.ts'
import { everyOperation, type Prepared, prepare, sendPrepared, startWorld } from './world.ts'

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor?: string
}

const world = await startWorld()
const { app, ada } = world

/** Queries that shorten lists that are too long to page through. */
const narrowQueries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Paging through the whole catalogue, one item at a time, would take minutes.
  listExercises: { muscle: 'chest', minEngagement: '30', category: 'push' },
}

/** The operations that return a list: their responses have a `nextCursor`. */
const lists = everyOperation.filter(({ id }) => {
  if (isAmong(notLists, id)) return false
  const declared = declaredOperations.find((operation) => operation.id === id)
  const success = resolved(nodeOf(declared?.node.responses)['200'])
  const schema = resolved(nodeOf(nodeOf(success.content)['application/json']).schema)
  return 'nextCursor' in nodeOf(schema.properties)
})
const rows = lists.map((operation) => [operation.id, operation] as const)

const preparedLists = new Map<string, Prepared>()

beforeAll(async () => {
  for (const list of lists) {
    const { headers, token, path } = await prepare(world, list)
    const query = narrowQueries[list.id] ?? {}
    preparedLists.set(list.id, { operation: list, path, query, headers, token, bodies: [] })
    // Preparing an operation on a single item creates an item; without such an operation, preparing the list does. All
    // items have the same time, so that the time alone cannot determine their order.
    const creator = everyOperation.find((operation) => operation.path === `${list.path}/{id}`) ?? list
    for (let count = 0; count < 8; count++) await prepare(world, creator)
  }
})

function prepareList({ id }: Operation): Prepared {
  const list = preparedLists.get(id)
  if (!list) throw new Error(`${id} is not a list`)
  return list
}

/** The filters of the operation's sample, which differ from those in `narrowQueries`. */
async function otherFilters(operation: Operation): Promise<Readonly<Record<string, string>>> {
  const { limit: _, ...filters } = (await prepare(world, operation)).query
  return filters
}

async function getPage(
  prepared: Prepared,
  extraQuery: Readonly<Record<string, string>>,
): Promise<Page & { link: string | null }> {
  const query = new URLSearchParams({ ...prepared.query, ...extraQuery }).toString()
  const response = await sendPrepared(app, prepared, { query })
  expect(response.status, response.text).toBe(200)
  return { ...response.json<Page>(), link: response.headers.get('link') }
}

async function itemsOfAllPages(prepared: Prepared, limit: number): Promise<unknown[]> {
  const items: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await getPage(prepared, {
      limit: String(limit),
      ...(cursor !== undefined && { cursor }),
    })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    // A page that is followed by another is full.
    if (page.nextCursor !== undefined) expect(page.items.length).toBe(limit)
    items.push(...page.items)
    // Ends the loop if a cursor leads back to an earlier page.
    expect(items.length).toBeLessThan(1000)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return items
}

describe('paging returns each item once, in the order of the whole list', () => {
  test.each(rows)('%s', async (_, operation) => {
    const prepared = prepareList(operation)
    const { items, nextCursor, link } = await getPage(prepared, { limit: '200' })
    expect(items.length).toBeGreaterThan(3)
    expect([nextCursor, link]).toEqual([undefined, null])
    for (const limit of [1, 2, items.length - 1, items.length]) {
      expect(await itemsOfAllPages(prepared, limit), `limit ${limit}`).toEqual([...items])
    }
  })
})

describe('Link and nextCursor lead to the same page, with all filters', () => {
  test.each(rows)('%s', async (_, operation) => {
    const prepared = prepareList(operation)
    const first = await getPage(prepared, { limit: '2' })
    const { nextCursor: cursor = '' } = first
    const second = await getPage(prepared, { limit: '2', cursor })
    const target = /^<([^>]+)>; rel="next"$/.exec(first.link ?? '')?.[1] ?? ''
    const followed = await app.send('GET', target, { token: ada.token })
    expect(followed.json<Page>().items).toEqual([...second.items])
    const url = new URL(target, 'http://localhost')
    expect(url.pathname).toBe(prepared.path)
    expect(Object.fromEntries(url.searchParams)).toEqual({ ...prepared.query, limit: '2', cursor })
  })
})

describe('a page has 50 items by default', () => {
  test('listExercises', async () => {
    const response = await app.send('GET', '/api/exercises')
    expect(response.json<Page>().items).toHaveLength(50)
  })
})

describe('a cursor from a different list or query gets 422 invalid_cursor', () => {
  test.each(rows)('%s', async (id, operation) => {
    const prepared = prepareList(operation)
    const { nextCursor = '' } = await getPage(prepared, { limit: '1' })
    const other = lists.find((list) => list.id !== id)
    const foreign = other && (await getPage(prepareList(other), { limit: '1' })).nextCursor
    const text = Buffer.from(nextCursor, 'base64url').toString()
    const reencoded = (from: RegExp, to: string) => Buffer.from(text.replace(from, to)).toString('base64url')
    const cursors = [
      foreign ?? '',
      marker.repeat(2),
      nextCursor.slice(0, -4),
      `${nextCursor}AAAA`,
      Buffer.from('[]').toString('base64url').repeat(8),
      Buffer.from(`{"id":"${marker}"}`).toString('base64url'),
      reencoded(/,.*$/, ',null]'),
      reencoded(/,.*$/, ',{}]'),
      reencoded(/,.*$/, `,"${marker}"]`),
      reencoded(/,.*$/, ',{"__proto__":1}]'),
      reencoded(/"/, '"x'),
    ]
    for (const cursor of cursors) {
      const query = new URLSearchParams({ ...prepared.query, limit: '1', cursor }).toString()
      const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
      expect(fieldProblemsOf(response), cursor).toEqual(['parameter cursor invalid_cursor'])
    }
  })
})

describe('a cursor gets 422 with other filters, and is accepted with a different limit', () => {
  test.each(rows)('%s', async (_, operation) => {
    const prepared = prepareList(operation)
    const { nextCursor: cursor = '' } = await getPage(prepared, { limit: '1' })
    const { items } = await getPage(prepared, { limit: '3', cursor })
    expect(items).toEqual((await getPage(prepared, { limit: '4' })).items.slice(1))
    const filters = await otherFilters(operation)
    if (Object.keys(filters).length === 0) return
    const query = new URLSearchParams({ ...filters, cursor }).toString()
    const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
    expect(fieldProblemsOf(response)).toEqual(['parameter cursor invalid_cursor'])
  })
})

describe('an item created between two pages does not shift them', () => {
  test.each(rows.filter(([id]) => id === 'listWorkouts'))('%s', async (_, operation) => {
    const prepared = prepareList(operation)
    const whole = await getPage(prepared, { limit: '200' })
    const first = await getPage(prepared, { limit: '3' })
    await ada.send('POST', '/api/workouts', {
      body: { ...workoutBody(), startedAt: '2026-06-01T10:00:00.000Z', endedAt: '2026-06-01T11:00:00.000Z' },
    })
    const second = await getPage(prepared, { limit: '3', cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 6))
  })
})
