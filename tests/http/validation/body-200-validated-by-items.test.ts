import { describe, expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { seen } from '../notes/handlers.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const { send } = notesApp()
const stepId = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const write = { stepId, kind: 'write', note: { title: 'a' } }
const erase = { stepId, kind: 'erase', count: 1 }
const post = (body: unknown) => send('/api/steps', jsonBody('POST', body))

/** Bodies that are invalid as a whole. */
const envelopes: [name: string, body: unknown, faults: string[]][] = [
  ['no object', [], [' type']],
  ['no list', {}, ['/steps required']],
  ['an object instead of the list', { steps: { 0: write } }, ['/steps type']],
  ['an empty list', { steps: [] }, ['/steps min_items']],
  ['a list that is too long', { steps: [write, write, write, write] }, ['/steps max_items']],
  ['an unknown field', { steps: [write], more: 1 }, ['/more unknown_field']],
  ['another invalid field', { steps: [write], why: 'because' }, ['/why max_length']],
  ['a text that cannot be stored', `{"why":"\\ud800","steps":[{}]}`, ['/why unstorable_text']],
]

describe('a body with an invalid envelope is rejected as a whole, without problems for its items', () => {
  test.each(envelopes)('%s', async (_, body, want) => {
    const problem = await expectProblem(await post(body), 422, 'validation_failed')
    expect(fieldProblems(problem)).toEqual(want)
  })
})

/** Invalid items, and whether they have a valid id. */
const items: [name: string, item: string, faults: string[], known: boolean][] = [
  ['no object', 'null', [' type'], false],
  ['nothing in it', '{}', ['/kind required'], false],
  ['an unknown kind', `{"stepId":"${stepId}","kind":"secret"}`, ['/kind enum'], true],
  ['without its id', '{"kind":"erase","count":1}', ['/stepId required'], false],
  ['with an invalid id', '{"stepId":"secret","kind":"erase","count":1}', ['/stepId format'], false],
  [
    'invalid deep inside',
    `{"stepId":"${stepId}","kind":"write","note":{"title":"a","tags":["gym","secret"]}}`,
    ['/note/tags/1 enum'],
    true,
  ],
  [
    'with text that cannot be stored',
    `{"stepId":"${stepId}","kind":"write","note":{"title":"\\u0000"}}`,
    ['/note/title unstorable_text'],
    true,
  ],
  [
    'with a number that loses precision',
    `{"stepId":"${stepId}","kind":"erase","count":9007199254740993}`,
    ['/count unsafe_integer'],
    true,
  ],
  [
    'whose id is not its own',
    `{"__proto__":{"stepId":"${stepId}"},"kind":"erase","count":1}`,
    ['/__proto__ unknown_field', '/stepId required'],
    false,
  ],
]

describe('an invalid item is reported with its own locations, and the others reach the handler', () => {
  test.each(items)('%s', async (_, item, want, known) => {
    const body = `{"steps":[${JSON.stringify(write)},${item},${JSON.stringify(erase)}]}`
    const response = await post(body)
    expect(response.status).toBe(200)
    const reported: { problems: { code: string; instance: string; requestId: string; errors: [] }[] } =
      await response.json()
    expect(reported.problems).toMatchObject([
      { code: 'validation_failed', instance: '/api/steps', requestId: response.headers.get('x-request-id') },
    ])
    const places = reported.problems[0]?.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()
    expect(places).toEqual(want.map((place) => `/steps/1${place}`).sort())
    expect(JSON.stringify(reported)).not.toContain('secret')
    expect(seen.body).toMatchObject({
      steps: [
        { valid: true, item: write },
        { valid: false, ...(known && { id: stepId }) },
        { valid: true, item: erase },
      ],
    })
    if (!known) expect(JSON.stringify(seen.body)).not.toContain(`"id":`)
  })
})

test('an item with many problems is reported with ten of them and doesn’t hide other items', async () => {
  const bad = `{"stepId":"${stepId}","kind":"write","note":{${Array.from({ length: 60 }, (_, n) => `"f${n}":"\\ud800"`)}}}`
  const last = `{"stepId":"${stepId}","kind":"write","note":{"title":"\\ud800"}}`
  const response = await post(`{"steps":[${bad},${last}]}`)
  const body: { problems: { errors: { pointer: string }[] }[] } = await response.json()
  expect(body.problems.map(({ errors }) => errors.length)).toEqual([10, 1])
  expect(body.problems[1]?.errors[0]?.pointer).toBe('/steps/1/note/title')
})

test('valid items reach the handler unchanged', async () => {
  await post({ why: 'x', steps: [write] })
  expect(seen.body).toEqual({ why: 'x', steps: [{ valid: true, item: write }] })
})
