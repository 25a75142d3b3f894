import { expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { lastInput } from '../notes/handlers.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const { send, notes } = notesApp()

const table: [name: string, body: string, problems: string[]][] = [
  ['U+0000', '{"title":"a\\u0000b"}', ['/title unstorable_text']],
  ['a lone high surrogate', '{"title":"\\ud83d"}', ['/title unstorable_text']],
  ['a lone low surrogate', '{"title":"\\udCAA x"}', ['/title unstorable_text']],
  ['surrogates in the wrong order', '{"title":"\\udcaa\\ud83d"}', ['/title unstorable_text']],
  [
    'U+0000 in a nested list',
    '{"title":"x","nested":[{"a":["\\u0000"]}]}',
    ['/nested/0/a/0 unstorable_text'],
  ],
  ['U+0000 in a name', '{"title":"x","nested":{"a\\u0000":1}}', ['/nested unstorable_text']],
  ['2^53', '{"title":"x","big":9007199254740992}', ['/big unsafe_integer']],
  ['2^53 + 1', '{"title":"x","big":9007199254740993}', ['/big unsafe_integer']],
  ['-2^53', '{"title":"x","big":-9007199254740992}', ['/big unsafe_integer']],
  ['1e300', '{"title":"x","big":1e300}', ['/big unsafe_integer']],
  ['a number out of range', '{"title":"x","big":1e999}', ['/big unsafe_integer']],
  ['a fraction that loses precision', '{"title":"x","share":9007199254740993.5}', ['/share unsafe_integer']],
  [
    'an unsafe integer in an unconstrained field',
    '{"title":"x","nested":[1,12345678901234567890]}',
    ['/nested/1 unsafe_integer'],
  ],
  ['two problems', '{"title":"\\u0000","big":1e20}', ['/title unstorable_text', '/big unsafe_integer']],
]

test.each(table)('422 for %s', async (_, body, expected) => {
  const problem = await expectProblem(
    await send('/api/notes', jsonBody('POST', body)),
    422,
    'validation_failed',
  )
  expect(fieldProblems(problem)).toEqual(expected)
  expect(notes.size).toBe(0)
})

test('all other values reach the handler and are returned unchanged', async () => {
  const title = '💪\\u0001\t"é'
  const body = { title, big: 9007199254740991, share: 0.1, nested: [-9007199254740991, 1e-7, -0.5, '\u2028'] }
  const escaped = JSON.stringify(body).replace('💪', '\\ud83d\\udcaa')
  const response = await send('/api/notes', jsonBody('POST', escaped))
  expect(await response.json()).toMatchObject(body)
  expect(lastInput.body).toEqual(body)
})
