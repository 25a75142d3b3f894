import { expect, test } from 'bun:test'
import { notesApp } from '../notes/serve.ts'

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const { send, notes } = notesApp()
notes.set(id, { id, title: 'x', owner: 'ada', revision: 3 })

const get = (ifNoneMatch: string, path = `/api/notes/${id}`) =>
  send(path, { headers: { 'if-none-match': ifNoneMatch } })
const tagOf = async (path = `/api/notes/${id}`) => (await send(path)).headers.get('etag') ?? ''

test('a representation has a strong tag that starts with its revision', async () => {
  expect(await tagOf()).toMatch(/^"3-[0-9a-z]+-[0-9a-z]+"$/)
  expect(await tagOf('/api/notes')).toMatch(/^"[0-9a-z]+"$/)
  expect(await tagOf('/text.yaml')).toMatch(/^"[0-9a-z]+"$/)
})

test.each(['/api/notes', `/api/notes/${id}`, '/text.yaml'])(
  '304 for the tag of %s, in any form',
  async (path) => {
    const tag = await tagOf(path)
    for (const header of [tag, `W/${tag}`, `"x", ${tag}`, `${tag},"y"`, '*']) {
      const response = await get(header, path)
      expect({ header, status: response.status }).toEqual({ header, status: 304 })
      expect(await response.text()).toBe('')
      expect(response.headers.get('etag')).toBe(tag)
      const full = await send(path)
      for (const name of ['cache-control', 'vary'])
        expect(response.headers.get(name)).toBe(full.headers.get(name))
      expect(response.headers.get('content-type')).toBeNull()
    }
  },
)

test.each(['"x"', '"3-x"', 'nonsense'])('200 for %p', async (header) => {
  expect((await get(header)).status).toBe(200)
})

test('304 also for HEAD', async () => {
  const response = await send(`/api/notes/${id}`, {
    method: 'HEAD',
    headers: { 'if-none-match': await tagOf() },
  })
  expect(response.status).toBe(304)
})

test('a tag depends on the representation, not only on the revision', async () => {
  const tagBefore = await tagOf()
  notes.set(id, { id, title: 'y', owner: 'ada', revision: 3 })
  expect(await tagOf()).not.toBe(tagBefore)
})

test.each(['', 'x'.repeat(1025)])('422 for a header that is too long or too short', async (header) => {
  expect((await get(header)).status).toBe(422)
})
