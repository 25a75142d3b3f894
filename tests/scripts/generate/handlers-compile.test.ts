import { describe, expect, test } from 'bun:test'
import { generate } from '#scripts/generate/generate.ts'
import { typeCheck } from './type-check.ts'

/** The beginning of each fixture: correct handlers for `things.yaml`. */
const prelude = `
import type { ResponseOf, ValidatedItem, Precondition } from '../../src/http/contract-types.ts'
import type { Equal, Expect } from '../../src/http/validation/type-equality.ts'
import type { Handlers } from '../../generated/operations.ts'
import { createReplogClient } from '../../generated/client.ts'

interface Context { readonly db: { find(id: string): Promise<Thing | undefined> } }
interface User { readonly id: string }
interface Key { readonly scopes: readonly string[] }
interface Thing { id: string; kind: 'cat' | 'dog'; name?: string }
type All = Handlers<Context, { bearerAuth: User; apiKey: Key }>
declare const missing: (id: string) => boolean
declare const thing: Thing

const listThings: All['listThings'] = ({ query }) => ({ status: 200, body: query.limit > 1 ? [thing] : [] })
const getThing: All['getThing'] = async ({ path, db }) => {
  const found = await db.find(path.id)
  if (found) return { status: 200, body: found, headers: { ETag: '"1"' } }
  return { status: 404, problem: { code: 'not_found', detail: 'There is no such thing.' } }
}
const putThing: All['putThing'] = ({ body, ifMatch }) =>
  'any' in ifMatch ? { status: 200, body } : { status: 412, current: body }
const deleteThing: All['deleteThing'] = ({ path }) =>
  missing(path.id) ? { status: 412, current: { revision: 2 } } : { status: 204 }
const restoreThing: All['restoreThing'] = ({ body }) =>
  ({ status: 201, body: body?.revision === 1 ? thing : { ...thing, name: 'b' }, headers: { Location: '/api/things/1' } })
const moveThings: All['moveThings'] = ({ body, problemOf }) => {
  const problems = body.moves.flatMap((move) => (move.valid ? [] : [problemOf(422, { code: 'invalid', detail: '', errors: move.problems })]))
  return { status: 200, body: problems }
}
export const correct: All = { listThings, getThing, putThing, deleteThing, restoreThing, moveThings }
export type Used = [ResponseOf<'getThing'>, Equal<1, 1>, Expect<true>, Precondition, ValidatedItem<Thing>, typeof createReplogClient]
`

/** The code after the prelude, and part of the message that the compiler must give; undefined if the code compiles. */
const cases: [string, { input: string; expected?: string }][] = [
  ['correct handlers', { input: '' }],
  [
    'a missing handler',
    {
      input: 'export const all: All = { listThings, getThing, putThing, restoreThing, moveThings }',
      expected: "Property 'deleteThing' is missing",
    },
  ],
  [
    'a handler for an unknown operation',
    {
      input:
        'export const all: All = { listThings, getThing, putThing, deleteThing, moveThings, patchThing: deleteThing }',
      expected: "'patchThing' does not exist",
    },
  ],
  [
    'an undeclared status',
    {
      input: "export const get: All['getThing'] = () => ({ status: 201, body: thing })",
      expected: "Type '201' is not assignable to type '200'",
    },
  ],
  [
    'an undeclared problem status',
    {
      input:
        "export const get: All['getThing'] = async () => ({ status: 409, problem: { code: 'stale', detail: '' } })",
      expected: "Type '409' is not assignable to type '404'",
    },
  ],
  [
    'a body without a required field',
    {
      input: "export const get: All['getThing'] = async () => ({ status: 200, body: { id: 'a' } })",
      expected: "'{ status: 200; body: { id: string; }; }' is not assignable",
    },
  ],
  [
    'a body with an unknown field',
    {
      // TypeScript reports unknown fields only in object literals; the binder's check finds the rest.
      input:
        "export const body: ResponseOf<'getThing'> = { status: 200, body: { id: 'a', kind: 'cat', age: 1 } }",
      expected: "'age' does not exist",
    },
  ],
  [
    'a body with a value that the enum does not list',
    {
      input: "export const get: All['getThing'] = () => ({ status: 200, body: { id: 'a', kind: 'cow' } })",
      expected: 'kind: "cow"; }; }\' is not assignable',
    },
  ],
  [
    'an optional field that is undefined',
    {
      input:
        "export const get: All['getThing'] = () => ({ status: 200, body: { id: 'a', kind: 'cat', name: undefined } })",
      expected: "name: undefined; }; }' is not assignable",
    },
  ],
  [
    'a missing body',
    {
      input: "export const get: All['getThing'] = () => ({ status: 200 })",
      expected: "Type '{ status: 200; }' is missing the following properties",
    },
  ],
  [
    'an undeclared body',
    {
      input: "export const remove: All['deleteThing'] = () => ({ status: 204, body: thing })",
      expected: "Types of property 'body' are incompatible",
    },
  ],
  [
    'a problem where a body is declared',
    {
      input:
        "export const get: All['getThing'] = () => ({ status: 200, problem: { code: 'stale', detail: '' } })",
      expected: "detail: string; }; }' is missing the following properties",
    },
  ],
  [
    'a problem with an unknown code',
    {
      input:
        "export const get: All['getThing'] = () => ({ status: 404, problem: { code: 'gone', detail: '' } })",
      expected: `Type '"gone"' is not assignable`,
    },
  ],
  [
    'an undeclared header',
    {
      input:
        "export const get: All['getThing'] = () => ({ status: 200, body: thing, headers: { Location: '/' } })",
      expected: "headers: { Location: string; }; }' is not assignable",
    },
  ],
  [
    'a body of an undeclared media type',
    {
      input:
        "export const list: All['listThings'] = () => ({ status: 200, body: 'id', mediaType: 'text/plain' })",
      expected: `Type '"text/plain"' is not assignable to type '"text/csv"'`,
    },
  ],
  [
    'a body of a declared media type that is not JSON',
    {
      input:
        "export const list: All['listThings'] = () => ({ status: 200, body: 'id', mediaType: 'text/csv' })",
    },
  ],
  [
    'a parameter that is not declared',
    {
      input:
        "export const list: All['listThings'] = ({ query }) => ({ status: 200, body: query.color ? [] : [] })",
      expected: "Property 'color' does not exist",
    },
  ],
  [
    'a principal of an operation that anyone may call',
    {
      input:
        "export const get: All['getThing'] = ({ principal }) => ({ status: 200, body: { ...thing, id: principal.id } })",
      expected: "Property 'principal' does not exist",
    },
  ],
  [
    'an optional principal used without a check',
    {
      input:
        "export const list: All['listThings'] = ({ principal }) => ({ status: 200, body: [{ ...thing, id: principal.id }] })",
      expected: "'principal' is possibly 'undefined'",
    },
  ],
  [
    'the current representation with the wrong type on 412',
    {
      input: "export const put: All['putThing'] = () => ({ status: 412, current: { revision: 1 } })",
      expected: 'is not assignable',
    },
  ],
  [
    'the arguments of a handler',
    {
      input: `
type Given<Id extends keyof All> = Omit<Parameters<All[Id]>[0], 'db' | 'client'>
type Query = Parameters<All['listThings']>[0]['query']
export type Proof = [
  Expect<Equal<keyof Given<'listThings'>, 'query' | 'headers' | 'principal'>>,
  Expect<Equal<keyof Given<'getThing'>, 'path'>>,
  Expect<Equal<keyof Given<'putThing'>, 'path' | 'body' | 'ifMatch' | 'principal'>>,
  Expect<Equal<Query['limit'], number>>,
  Expect<Equal<Query['order'], 'up' | 'down'>>,
  Expect<Equal<Query['exact'], boolean | undefined>>,
  Expect<Equal<Query['kind'], ('cat' | 'dog')[] | undefined>>,
  Expect<Equal<Given<'listThings'>['headers'], { 'x-zone'?: string }>>,
  Expect<Equal<Given<'listThings'>['principal'], User | undefined>>,
  Expect<Equal<Given<'putThing'>['principal'], User | Key>>,
  Expect<Equal<Given<'deleteThing'>['principal'], User>>,
  Expect<Equal<Given<'putThing'>['ifMatch'], Precondition>>,
  Expect<Equal<Given<'putThing'>['body'], Thing>>,
  Expect<Equal<Given<'restoreThing'>['body'], { revision?: number } | undefined>>,
  Expect<Equal<keyof Given<'moveThings'>, 'body' | 'principal' | 'problemOf'>>,
  Expect<Equal<Given<'moveThings'>['body']['to'], string | undefined>>,
  Expect<Equal<Given<'moveThings'>['body']['moves'], readonly ValidatedItem<Thing>[]>>,
]`,
    },
  ],
  [
    'an item of an x-validate-each list, used without a check',
    {
      input:
        "export const move: All['moveThings'] = ({ body }) => ({ status: 200, body: body.moves.map(({ item }) => item.id) })",
      expected: "Property 'item' does not exist",
    },
  ],
  [
    'types that are not equal',
    {
      input: 'export type Unequal = Expect<Equal<{ a?: 1 }, { a: 1 | undefined }>>',
      expected: "Type 'false' does not satisfy",
    },
  ],
  [
    'calls of the client',
    {
      input: `
const client = createReplogClient({ baseUrl: 'http://localhost', getAccessToken: async () => undefined })
export async function use() {
  const { data, error } = await client.GET('/api/things/{id}', { params: { path: { id: 'a' } } })
  type Proof = [Expect<Equal<NonNullable<typeof data>['kind'], 'cat' | 'dog'>>]
  const proof: Proof = [true]
  return error?.code === 'not_found' ? proof : data?.name
}`,
    },
  ],
  [
    'a call of the client with a wrong body',
    {
      input: `
export const put = createReplogClient({ baseUrl: '' }).PUT('/api/things/{id}', {
  params: { path: { id: 'a' }, header: { 'If-Match': '*' } },
  body: { id: 'a', kind: 'cow' },
})`,
      expected: '"cow"\' is not assignable',
    },
  ],
]

const spec = await Bun.file(`${import.meta.dir}/things.yaml`).text()
const generated = Object.entries(await generate('things.yaml', spec)).map(([name, text]) => [
  `generated/${name}`,
  text,
])
const fixture = (index: number) => `tests/fixtures/${index}.ts`
const diagnostics = await typeCheck({
  ...Object.fromEntries(generated),
  ...Object.fromEntries(cases.map(([, { input }], index) => [fixture(index), prelude + input])),
})

describe('the compiler checks handlers against the contract', () => {
  for (const [index, [name, { expected }]] of cases.entries()) {
    test(`${name} ${expected === undefined ? 'compiles' : 'does not compile'}`, () => {
      const messages = diagnostics.get(fixture(index)) ?? []
      if (expected === undefined) expect(messages).toEqual([])
      else expect(messages.join('\n')).toContain(expected)
    })
  }
})

test('the generated files compile', () => {
  for (const [path] of generated) expect([path, diagnostics.get(path ?? '')]).toEqual([path, []])
})
