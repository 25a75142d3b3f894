import { describe, expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { lastInput } from '../notes/handlers.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const { send } = notesApp()
const stepId = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const write = { stepId, kind: 'write', note: { title: 'a' } }
const erase = { stepId, kind: 'erase', count: 1 }
const post = (body: unknown) => send('/api/steps', jsonBody('POST', body))

/** Bodies that are invalid as a whole. */
const envelopes: [name: string, body: unknown, problems: string[]][] = [
  ['an array', [], [' type']],
  ['a missing list', {}, ['/steps required']],
  ['an object instead of the list', { steps: { 0: write } }, ['/steps type']],
  ['an empty list', { steps: [] }, ['/steps min_items']],
  ['a list that is too long', { steps: [write, write, write, write] }, ['/steps max_items']],
  ['an unknown field', { steps: [write], more: 1 }, ['/more unknown_field']],
  ['another invalid field', { steps: [write], why: 'because' }, ['/why max_length']],
  ['a string that cannot be stored', `{"why":"\\ud800","steps":[{}]}`, ['/why unstorable_text']],
]

describe('a body with an invalid envelope is rejected as a whole, without problems for its items', () => {
  test.each(envelopes)('%s', async (_, body, expected) => {
    const problem = await expectProblem(await post(body), 422, 'validation_failed')
    expect(fieldProblems(problem)).toEqual(expected)
  })
})

/** Invalid items, and whether they have a valid id. */
const items: [name: string, item: string, problems: string[], hasValidId: boolean][] = [
  ['null', 'null', [' type'], false],
  ['an empty object', '{}', ['/kind required'], false],
  ['an unknown kind', `{"stepId":"${stepId}","kind":"secret"}`, ['/kind enum'], true],
  ['an item without its id', '{"kind":"erase","count":1}', ['/stepId required'], false],
  ['an item with an invalid id', '{"stepId":"secret","kind":"erase","count":1}', ['/stepId format'], false],
  [
    'an item with an invalid nested value',
    `{"stepId":"${stepId}","kind":"write","note":{"title":"a","tags":["gym","secret"]}}`,
    ['/note/tags/1 enum'],
    true,
  ],
  [
    'an item with text that cannot be stored',
    `{"stepId":"${stepId}","kind":"write","note":{"title":"\\u0000"}}`,
    ['/note/title unstorable_text'],
    true,
  ],
  [
    'an item with a number that loses precision',
    `{"stepId":"${stepId}","kind":"erase","count":9007199254740993}`,
    ['/count unsafe_integer'],
    true,
  ],
  [
    'an item whose id is in __proto__',
    `{"__proto__":{"stepId":"${stepId}"},"kind":"erase","count":1}`,
    ['/__proto__ unknown_field', '/stepId required'],
    false,
  ],
]

describe('an invalid item is reported with its own locations, and the others reach the handler', () => {
  test.each(items)('%s', async (_, item, expected, hasValidId) => {
    const body = `{"steps":[${JSON.stringify(write)},${item},${JSON.stringify(erase)}]}`
    const response = await post(body)
    expect(response.status).toBe(200)
    const reported: { problems: { code: string; instance: string; requestId: string; errors: [] }[] } =
      await response.json()
    expect(reported.problems).toMatchObject([
      { code: 'validation_failed', instance: '/api/steps', requestId: response.headers.get('x-request-id') },
    ])
    const places = reported.problems[0]?.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()
    expect(places).toEqual(expected.map((place) => `/steps/1${place}`).sort())
    expect(JSON.stringify(reported)).not.toContain('secret')
    expect(lastInput.body).toMatchObject({
      steps: [
        { valid: true, item: write },
        { valid: false, ...(hasValidId && { id: stepId }) },
        { valid: true, item: erase },
      ],
    })
    if (!hasValidId) expect(JSON.stringify(lastInput.body)).not.toContain(`"id":`)
  })
})

test('only ten problems of an item are reported, so that the problems of other items are reported, too', async () => {
  const withManyProblems = `{"stepId":"${stepId}","kind":"write","note":{${Array.from({ length: 60 }, (_, n) => `"f${n}":"\\ud800"`)}}}`
  const last = `{"stepId":"${stepId}","kind":"write","note":{"title":"\\ud800"}}`
  const response = await post(`{"steps":[${withManyProblems},${last}]}`)
  const body: { problems: { errors: { pointer: string }[] }[] } = await response.json()
  expect(body.problems.map(({ errors }) => errors.length)).toEqual([10, 1])
  expect(body.problems[1]?.errors[0]?.pointer).toBe('/steps/1/note/title')
})

test('valid items reach the handler unchanged', async () => {
  await post({ why: 'x', steps: [write] })
  expect(lastInput.body).toEqual({ why: 'x', steps: [{ valid: true, item: write }] })
})
