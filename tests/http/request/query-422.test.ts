import { expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { notesApp } from '../notes/serve.ts'

const { send } = notesApp()

const table: [query: string, problems: string[]][] = [
  ['limit=', ['limit type']],
  ['limit', ['limit type']],
  ['limit=0x10', ['limit type']],
  ['limit=1e1', ['limit type']],
  ['limit=%201', ['limit type']],
  ['limit=+1', ['limit type']],
  ['limit=%2B1', ['limit type']],
  ['limit=01', ['limit type']],
  ['limit=1.0', ['limit type']],
  ['limit=1_0', ['limit type']],
  ['limit=١', ['limit type']],
  ['limit=NaN', ['limit type']],
  ['limit=Infinity', ['limit type']],
  ['limit=null', ['limit type']],
  ['limit=0', ['limit minimum']],
  ['limit=-1', ['limit minimum']],
  ['limit=201', ['limit maximum']],
  ['limit=9007199254740993', ['limit unsafe_integer']],
  ['limit=1&limit=2', ['limit repeated_parameter']],
  ['limit=1&limit=1', ['limit repeated_parameter']],
  ['limit[]=1', ['limit[] unknown_parameter']],
  ['limit%5B%5D=1', ['limit[] unknown_parameter']],
  ['Limit=1', ['Limit unknown_parameter']],
  ['secretvalue=1&limit=5', ['secretvalue unknown_parameter']],
  ['__proto__=1', ['__proto__ unknown_parameter']],
  ['constructor=1', ['constructor unknown_parameter']],
  ['%3Cb%3E=1', ['(not a name) unknown_parameter']],
  ['=1', ['(not a name) unknown_parameter']],
  ['done=1', ['done type']],
  ['done=TRUE', ['done type']],
  ['done=', ['done type']],
  ['share=.5', ['share type']],
  ['share=1.', ['share type']],
  ['share=1e3', ['share type']],
  ['share=-0.5', ['share minimum']],
  ['q=', ['q min_length']],
  ['q=%00', ['q unstorable_text']],
  [`q=${'x'.repeat(21)}`, ['q max_length']],
  ['tag=no', ['tag enum']],
  ['tag=', ['tag enum']],
  ['tag=gym&tag=home&tag=work&tag=gym', ['tag max_items']],
  ['tag=gym,home', ['tag enum']],
  ['page=', ['page type']],
  ['page=1,', ['page type']],
  ['page=1,0', ['page minimum']],
  ['page=1&page=2', ['page repeated_parameter']],
  ['limit=x&share=y&z=1', ['z unknown_parameter', 'limit type', 'share type']],
]

test.each(table)('?%s is rejected', async (query, expected) => {
  const problem = await expectProblem(await send(`/api/notes?${query}`), 422, 'validation_failed')
  expect(fieldProblems(problem)).toEqual(expected)
})

test('any parameter is rejected if none is declared', async () => {
  const problem = await expectProblem(await send('/api/notes/latest?x=1'), 422, 'validation_failed')
  expect(fieldProblems(problem)).toEqual(['x unknown_parameter'])
})

test('a missing parameter is rejected', async () => {
  expect(fieldProblems(await expectProblem(await send('/fail'), 422, 'validation_failed'))).toEqual([
    'how required',
  ])
})

test('a header that does not match its schema is rejected', async () => {
  const response = await send('/api/notes', { headers: { 'x-zone': 'Mars/Olympus' } })
  expect(fieldProblems(await expectProblem(response, 422, 'validation_failed'))).toEqual(['X-Zone format'])
})

test.each(['q=%', 'q=%2', 'q=%zz', 'q=%ff', 'q=%ed%a0%80', 'q=%c0%80', '%ff=1', 'x=%ff', 'page=1,%'])(
  'a malformed percent-encoding is rejected with 400: ?%s',
  async (query) => {
    await expectProblem(await send(`/api/notes?${query}`), 400, 'malformed_request')
  },
)
