import { expect, test } from 'bun:test'
import { expectProblem } from '../notes/expect-problem.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const { send, notes } = notesApp()

const nested = (levels: number) => `{"title":"x","nested":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

const malformed: [name: string, body: string | Uint8Array<ArrayBuffer>, code: string][] = [
  ['an empty body', '', 'malformed_json'],
  ['only whitespace', ' \n', 'malformed_json'],
  ['a word', 'secret', 'malformed_json'],
  ['half an object', '{"title":"secret"', 'malformed_json'],
  ['two values', '{"title":"secret"} {}', 'malformed_json'],
  ['a trailing comma', '{"title":"secret",}', 'malformed_json'],
  ['single quotes', "{'title':'secret'}", 'malformed_json'],
  ['a comment', '{"title":"secret"/**/}', 'malformed_json'],
  ['NaN', '{"title":"secret","share":NaN}', 'malformed_json'],
  ['a leading zero', '{"title":"secret","priority":01}', 'malformed_json'],
  ['a raw line feed in a string', '{"title":"sec\nret"}', 'malformed_json'],
  ['a raw U+0000 in a string', '{"title":"sec\0ret"}', 'malformed_json'],
  ['a broken escape', '{"title":"secret\\x41"}', 'malformed_json'],
  ['a byte order mark', '\uFEFF{"title":"secret"}', 'malformed_json'],
  ['33 levels', nested(33), 'malformed_json'],
  ['a hundred thousand levels', '['.repeat(100_000), 'malformed_json'],
  ['a repeated member', '{"title":"x","title":"secret"}', 'malformed_json'],
  ['a repeated member, once escaped', '{"title":"x","t\\u0069tle":"secret"}', 'malformed_json'],
  [
    'a repeated member, deeply nested',
    '{"title":"x","nested":[{"a":1,"b":{"c":1,"c":1}}]}',
    'malformed_json',
  ],
  ['__proto__ twice', '{"title":"x","__proto__":1,"__proto__":2}', 'malformed_json'],
  ['bytes that are not UTF-8', Buffer.from('{"title":"sec\xffret"}', 'latin1'), 'malformed_request'],
  ['a surrogate in UTF-8', Buffer.from('{"title":"\xed\xa0\x80"}', 'latin1'), 'malformed_request'],
  ['an overlong encoding', Buffer.from('{"title":"\xc0\x80"}', 'latin1'), 'malformed_request'],
  ['UTF-16', Buffer.from('{"title":"x"}', 'utf16le'), 'malformed_json'],
]

test.each(malformed)('400 without a change or an echo of the body: %s', async (_, body, code) => {
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  const response = await send('/api/notes', init)
  const problem = await expectProblem(response, 400, code)
  expect(JSON.stringify(problem)).not.toContain('secret')
  expect(notes.size).toBe(0)
})

test('32 levels, and any whitespace that JSON allows, are accepted', async () => {
  const response = await send('/api/notes', jsonBody('POST', ` \t\r\n${nested(32)} \n`))
  expect(response.status).toBe(201)
})

test('colons and brackets in strings are not mistaken for structure', async () => {
  const title = '[[{{::"\\u005c'
  const body = `{"title":"[[{{::\\"\\\\u005c","nested":{"a:b":":","\\"":[":"]}}`
  const response = await send('/api/notes', jsonBody('POST', body))
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ title, nested: { 'a:b': ':', '"': [':'] } })
})
