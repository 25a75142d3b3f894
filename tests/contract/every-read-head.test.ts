import { describe, expect, test } from 'bun:test'
import { checkedFetch } from '#tests/support/checked-fetch.ts'
import { prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()
const origin = world.app.listen()
const send = checkedFetch(
  (request) => fetch(request),
  () => [],
)

/** Headers without those that differ from request to request. */
function comparable(headers: Headers): Record<string, string> {
  const ignoredHeaders = ['x-request-id', 'date', 'transfer-encoding']
  return Object.fromEntries([...headers].filter(([name]) => !ignoredHeaders.includes(name)))
}

describe('HEAD over a socket equals GET without the body', () => {
  test.each(rowsOf(({ method }) => method === 'get'))('%s', async (id, operation) => {
    const { path, query, token } = await prepare(world, operation)
    const url = `${origin}${path}?${new URLSearchParams(query)}`
    for (const authorization of [token === undefined ? '' : `Bearer ${token}`, 'Bearer nonsense']) {
      const headers = { ...(authorization && { authorization }) }
      const response = await send(new Request(url, { headers, redirect: 'manual' }))
      const head = await send(new Request(url, { headers, method: 'HEAD', redirect: 'manual' }))
      expect(head.status).toBe(response.status)
      // The figures of /metrics grow with each request, and exports and events are streamed, so their
      // length isn't known in advance.
      const isSizeUnknown = id === 'getMetrics' || /^(export|stream)/.test(id)
      const [{ 'content-length': getLength, ...fromGet }, { 'content-length': headLength, ...fromHead }] = [
        comparable(response.headers),
        comparable(head.headers),
      ]
      expect(fromHead).toEqual(fromGet)
      if (!isSizeUnknown) expect(headLength).toBe(getLength)
    }
  })
})

describe('HEAD with the current ETag gets 304', () => {
  const conditionalReads = rowsOf(({ parameters }) =>
    parameters.header.some(({ name }) => name === 'If-None-Match'),
  )
  test.each(conditionalReads)('%s', async (_, operation) => {
    const { path, query, token } = await prepare(world, operation)
    const url = `${origin}${path}?${new URLSearchParams(query)}`
    const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) }
    const tag = (await send(new Request(url, { headers, redirect: 'manual' }))).headers.get('etag') ?? ''
    const request = new Request(url, { method: 'HEAD', headers: { ...headers, 'if-none-match': tag } })
    expect((await send(request)).status).toBe(304)
  })
})
