import { expect, test } from 'bun:test'
import { notesApp } from '../notes/serve.ts'

const { send, notes } = notesApp()
for (const digit of '123') {
  const id = `0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d0${digit}`
  notes.set(id, { id, title: digit, owner: 'ada', revision: 1 })
}

const table: [query: string, link: string | null][] = [
  ['', null],
  ['?limit=3', null],
  ['?limit=2', '</api/notes?limit=2&cursor=bmV4dA>; rel="next"'],
  ['?cursor=old&limit=2&tag=gym&tag=home', '</api/notes?limit=2&tag=gym&tag=home&cursor=bmV4dA>; rel="next"'],
  ['?limit=1&q=a+b%3E', '</api/notes?limit=1&q=a+b%3E&cursor=bmV4dA>; rel="next"'],
]

test.each(table)('the Link of %p is that of the next page', async (query, link) => {
  const response = await send(`/api/notes${query}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('link')).toBe(link)
})
