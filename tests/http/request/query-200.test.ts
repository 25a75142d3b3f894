import { expect, test } from 'bun:test'
import { lastInput } from '../notes/handlers.ts'
import { notesApp } from '../notes/serve.ts'

const { send } = notesApp()

const table: [query: string, values: Record<string, unknown>][] = [
  ['', { limit: 50 }],
  ['?', { limit: 50 }],
  ['?limit=200', { limit: 200 }],
  ['?&limit=1&', { limit: 1 }],
  ['?share=0', { limit: 50, share: 0 }],
  ['?share=-0', { limit: 50, share: 0 }],
  ['?share=0.25', { limit: 50, share: 0.25 }],
  ['?done=true', { limit: 50, done: true }],
  ['?done=false', { limit: 50, done: false }],
  ['?q=a+b%20c%2B', { limit: 50, q: 'a b c+' }],
  ['?q=a=b', { limit: 50, q: 'a=b' }],
  ['?q=%F0%9F%92%AA', { limit: 50, q: '💪' }],
  ['?q=%2525', { limit: 50, q: '%25' }],
  ['?%71=x', { limit: 50, q: 'x' }],
  ['?tag=gym', { limit: 50, tag: ['gym'] }],
  ['?tag=gym&limit=3&tag=home', { limit: 3, tag: ['gym', 'home'] }],
  ['?page=1,20,3', { limit: 50, page: [1, 20, 3] }],
  ['?page=7', { limit: 50, page: [7] }],
]

test.each(table)('the query %p is parsed', async (query, values) => {
  expect((await send(`/api/notes${query}`)).status).toBe(200)
  expect(lastInput.query).toEqual(values)
})

test('declared headers reach the handler under lowercase names', async () => {
  await send('/api/notes', { headers: { 'X-Zone': 'Europe/Berlin', 'X-Other': '1' } })
  expect(lastInput.headers).toEqual({ 'x-zone': 'Europe/Berlin' })
})
