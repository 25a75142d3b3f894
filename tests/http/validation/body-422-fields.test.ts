import { expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const { send, notes } = notesApp()
const uuid = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'

const table: [name: string, body: unknown, problems: string[]][] = [
  ['null instead of an object', 'null', [' type']],
  ['an array', [], [' type']],
  ['missing required fields', {}, ['/title required']],
  ['null instead of a string', { title: null }, ['/title type']],
  ['a number instead of a string', { title: 5 }, ['/title type']],
  ['a string instead of a number', { title: 'x', priority: '5' }, ['/priority type']],
  ['null for an optional field', { title: 'x', due: null }, ['/due type']],
  ['an unknown field', { title: 'x', color: 'secret' }, ['/color unknown_field']],
  ['__proto__', '{"title":"x","__proto__":{"admin":"secret"}}', ['/__proto__ unknown_field']],
  [
    '__proto__ that contains the required fields',
    '{"__proto__":{"title":"secret"}}',
    ['/__proto__ unknown_field', '/title required'],
  ],
  ['constructor', { title: 'x', constructor: 1 }, ['/constructor unknown_field']],
  ['a name that has to be escaped', { title: 'x', 'a/b~c': 1 }, ['/a~1b~0c unknown_field']],
  ['a name that is not safe to echo', { title: 'x', ['secret'.repeat(20)]: 1 }, [' unknown_field']],
  ['a string that is too short', { title: '' }, ['/title min_length']],
  ['a string that is too long', { title: 'é'.repeat(21) }, ['/title max_length']],
  ['a number that is too small', { title: 'x', priority: 0 }, ['/priority minimum']],
  ['a number that is too large', { title: 'x', priority: 6 }, ['/priority maximum']],
  ['a fraction for an integer', { title: 'x', priority: 1.5 }, ['/priority type']],
  ['a UUID in upper case', { title: 'x', id: uuid.toUpperCase() }, ['/id format']],
  ['a UUID as a URN', { title: 'x', id: `urn:uuid:${uuid}` }, ['/id format']],
  ['February 30', { title: 'x', due: '2026-02-30T10:00:00.000Z' }, ['/due format']],
  ['February 29, 2026', { title: 'x', due: '2026-02-29T10:00:00.000Z' }, ['/due format']],
  ['a bare date', { title: 'x', due: '2026-02-20' }, ['/due format']],
  ['an offset of 25 hours', { title: 'x', due: '2026-02-20T10:00:00+25:00' }, ['/due format']],
  ['hour 24', { title: 'x', due: '2026-02-20T24:00:00Z' }, ['/due format']],
  ['a value that is not in the enum', { title: 'x', tags: ['gym', 'secret'] }, ['/tags/1 enum']],
  ['too many items', { title: 'x', tags: ['gym', 'home', 'work', 'gym'] }, ['/tags max_items']],
  ['a duplicate item', { title: 'x', tags: ['gym', 'gym'] }, ['/tags unique']],
  ['an object instead of an array', { title: 'x', tags: { 0: 'gym' } }, ['/tags type']],
  [
    'a union without its discriminator',
    { title: 'x', attachment: { url: 'u' } },
    ['/attachment/kind required'],
  ],
  ['an unknown discriminator', { title: 'x', attachment: { kind: 'secret' } }, ['/attachment/kind enum']],
  ['a string instead of a union of objects', { title: 'x', attachment: 'secret' }, ['/attachment type']],
  [
    'a field of another variant',
    { title: 'x', attachment: { kind: 'file', bytes: 1, url: 'u' } },
    ['/attachment/url unknown_field'],
  ],
  [
    'an invalid field of the selected variant',
    { title: 'x', attachment: { kind: 'file', bytes: -1 } },
    ['/attachment/bytes minimum'],
  ],
  [
    'several problems at once',
    { title: '', priority: 9, more: 1, attachment: { kind: 'link' } },
    ['/more unknown_field', '/title min_length', '/priority maximum', '/attachment/url required'],
  ],
]

test.each(table)('422 with the location of the problem: %s', async (_, body, expected) => {
  const response = await send('/api/notes', jsonBody('POST', body))
  const problem = await expectProblem(response, 422, 'validation_failed')
  expect(fieldProblems(problem).sort()).toEqual(expected.sort())
  expect(JSON.stringify(problem)).not.toContain('secret')
  expect(notes.size).toBe(0)
})

test('the messages explain what would be valid', async () => {
  const body = { title: 'x', tags: ['no'], priority: 9, attachment: { kind: 'no' }, due: 'no', id: 5 }
  const problem = await expectProblem(
    await send('/api/notes', jsonBody('POST', body)),
    422,
    'validation_failed',
  )
  const messages = Object.fromEntries(
    (problem.errors ?? []).map(({ pointer, message }) => [pointer, message]),
  )
  expect(messages).toEqual({
    '/tags/0': 'Must be one of "home", "gym", "work".',
    '/priority': 'Must be at most 5.',
    '/attachment/kind': 'Must be one of "link", "file".',
    '/due': 'Must be in the format date-time.',
    '/id': 'Must be a string.',
  })
})

test('at most fifty errors are reported', async () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, index]))
  const response = await send('/api/notes', jsonBody('POST', { title: 'x', ...many }))
  const problem = await expectProblem(response, 422, 'validation_failed')
  expect(problem.errors).toHaveLength(50)
})

test('problems of the query, the headers and the body are reported in one response', async () => {
  const init = jsonBody('POST', { title: '' }, { 'idempotency-key': 'two words' })
  const problem = await expectProblem(await send('/api/notes?x=1', init), 422, 'validation_failed')
  expect(fieldProblems(problem).sort()).toEqual([
    '/title min_length',
    'Idempotency-Key pattern',
    'x unknown_parameter',
  ])
})

test('a member __proto__ does not change Object.prototype', async () => {
  await send('/api/notes', jsonBody('POST', '{"title":"x","__proto__":{"polluted":true}}'))
  expect('polluted' in {}).toBe(false)
})
