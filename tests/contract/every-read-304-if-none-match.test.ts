import { describe, expect, test } from 'bun:test'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const { app } = world
const conditionalReads = rowsOf(({ parameters }) =>
  parameters.header.some(({ name }) => name === 'If-None-Match'),
)

/** Headers that describe the body, or restrict what the page may do. */
const bodyHeaders = ['content-type', 'content-length', 'link', 'content-security-policy', 'referrer-policy']

/** Headers without those that differ from request to request. */
function comparable(headers: Headers, ...without: string[]): Record<string, string> {
  const ignoredHeaders = ['x-request-id', 'date', ...without]
  return Object.fromEntries([...headers].filter(([name]) => !ignoredHeaders.includes(name)))
}

describe('a matching If-None-Match gets 304', () => {
  test.each(conditionalReads)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const whole = await sendPrepared(app, prepared)
    const tag = whole.headers.get('etag') ?? ''
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, `"other" ,W/"x",${tag}`, '*']) {
      const response = await sendPrepared(app, prepared, { headers: { 'If-None-Match': header } })
      expect([response.status, response.text], header).toEqual([304, ''])
      expect(comparable(response.headers)).toEqual(comparable(whole.headers, ...bodyHeaders))
    }
  })
})

describe("an If-None-Match that doesn't match gets 200", () => {
  test.each(conditionalReads)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const whole = await sendPrepared(app, prepared)
    const tag = whole.headers.get('etag') ?? ''
    for (const header of [
      '"other"',
      'W/"other"',
      tag.slice(1),
      tag.toUpperCase().replaceAll('"', ''),
      'nonsense',
      '""',
      '',
    ]) {
      const response = await sendPrepared(app, prepared, { headers: { 'If-None-Match': header } })
      expect([response.status, response.text], header).toEqual([200, whole.text])
    }
  })
})
