import { describe, expect, test } from 'bun:test'
import { expectRejected, marker } from './expect-rejected.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const { app } = world
const conditional = rowsOf(({ parameters }) => parameters.header.some(({ name }) => name === 'If-Match'))

describe('a change without If-Match gets 428', () => {
  test.each(conditional)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    await expectRejected(world, prepared, { headers: { 'If-Match': undefined } }, [
      428,
      'precondition_required',
    ])
  })
})

describe("an If-Match that doesn't match gets 412 with the current ETag", () => {
  test.each(conditional)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const token = prepared.token ?? ''
    const read = await app.send('GET', prepared.path, { token })
    const current = read.headers.get('etag') ?? ''
    const revision = read.json<{ revision: number }>().revision
    const futureTag = current.replace(`"${revision}-`, `"${revision + 1}-`)
    const unmatched = [
      futureTag,
      `"${revision - 1}-abc"`,
      `"${marker}"`,
      '""',
      // A weak tag never matches (RFC 9110 §13.1.1).
      `W/${current}`,
      `${futureTag}, "${marker}"`,
    ]
    for (const header of unmatched) {
      const response = await expectRejected(world, prepared, { headers: { 'If-Match': header } }, [
        412,
        'revision_mismatch',
      ])
      expect(response.headers.get('etag')).toBe(current)
    }
  })
})

describe("another object's ETag gets 412, even if both are at the same revision", () => {
  /** The ETag of a path as the user of a token reads it. */
  const tagOf = async (path: string, token: string) =>
    (await app.send('GET', path, { token })).headers.get('etag') ?? ''

  test.each(conditional)('%s', async (_, operation) => {
    const [prepared, another] = [await prepare(world, operation), await prepare(world, operation)]
    const token = prepared.token ?? ''
    const current = await tagOf(prepared.path, token)
    const revision = current.slice(0, current.indexOf('-'))
    const others = [
      // An object of the same kind, or that of another user if a user can have only one.
      another.path === prepared.path
        ? await tagOf(prepared.path, world.eve.token)
        : await tagOf(another.path, token),
      // Objects of other kinds.
      await tagOf('/api/users/me', world.eve.token),
      ...(operation.path === '/api/analytics/landmarks'
        ? []
        : [await tagOf('/api/analytics/landmarks', token)]),
    ]
    for (const tag of others) {
      expect(tag).not.toBe('')
      const header = tag.replace(/^"\d+/, revision)
      const response = await expectRejected(world, prepared, { headers: { 'If-Match': header } }, [
        412,
        'revision_mismatch',
      ])
      expect(response.headers.get('etag')).toBe(current)
    }
  })
})

describe("an If-Match that isn't a list of entity tags gets 422", () => {
  test.each(conditional)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const header of [marker, '1', '"1', "'1'", '**', '*, "1-a"', 'w/"1-a"', '"a" "b"', '"1-a",']) {
      const response = await expectRejected(world, prepared, { headers: { 'If-Match': header } }, [
        422,
        'validation_failed',
      ])
      expect(response.json<{ errors: unknown[] }>().errors).toMatchObject([{ header: 'If-Match' }])
    }
  })
})

describe('the current ETag is accepted alone and in a list, and so is *', () => {
  test.each(conditional)('%s', async (_, operation) => {
    const headersOf = [
      (current: string) => current,
      (current: string) => `"0-x" ,\t${current}, W/"9-y"`,
      () => '*',
    ]
    for (const headerOf of headersOf) {
      const prepared = await prepare(world, operation)
      const token = prepared.token ?? ''
      const current = (await app.send('GET', prepared.path, { token })).headers.get('etag') ?? ''
      const response = await sendPrepared(app, prepared, { headers: { 'If-Match': headerOf(current) } })
      expect(response.status, response.text).toBeLessThan(300)
    }
  })
})

describe('of concurrent changes with the same ETag, at least one succeeds and the others get 412', () => {
  const replacing = conditional.filter(([, { method }]) => method !== 'delete')
  test.each(replacing)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const token = prepared.token ?? ''
    const current = (await app.send('GET', prepared.path, { token })).headers.get('etag') ?? ''
    const send = () => sendPrepared(app, prepared, { headers: { 'If-Match': current } })
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status)
    // Several succeed if a PUT of the current state keeps the revision.
    expect(statuses.toSorted().at(0)).toBe(200)
    expect(statuses.every((status) => status === 200 || status === 412)).toBe(true)
  })
})
