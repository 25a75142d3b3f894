import { describe, expect, test } from 'bun:test'
import { ask, prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()
const { app } = world
const conditional = rowsOf(({ parameters }) => parameters.header.some(({ name }) => name === 'If-None-Match'))

/** Headers without those that differ from request to request. */
function told(headers: Headers, ...without: string[]): Record<string, string> {
  const gone = ['x-request-id', 'date', ...without]
  return Object.fromEntries([...headers].filter(([name]) => !gone.includes(name)))
}

describe('a matching If-None-Match is 304', () => {
  test.each(conditional)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const whole = await ask(app, prepared)
    const tag = whole.headers.get('etag') ?? ''
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, `"other" ,W/"x",${tag}`, '*']) {
      const answer = await ask(app, prepared, { headers: { 'If-None-Match': header } })
      expect([answer.status, answer.text], header).toEqual([304, ''])
      expect(told(answer.headers)).toEqual(told(whole.headers, 'content-type', 'content-length', 'link'))
    }
  })
})

describe("an If-None-Match that doesn't match is 200", () => {
  test.each(conditional)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const whole = await ask(app, prepared)
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
      const answer = await ask(app, prepared, { headers: { 'If-None-Match': header } })
      expect([answer.status, answer.text], header).toEqual([200, whole.text])
    }
  })
})
