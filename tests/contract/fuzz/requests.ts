import fc from 'fast-check'
import { declaredOperations, mismatch, type Node, nodeOf, schemaNamed } from '../../support/contract.ts'
import { bodySchema } from '../body-schema.ts'
import { declaredParameters } from '../declared-parameters.ts'
import { type Fault, faultsIn } from '../faults.ts'
import { withText } from '../places.ts'
import { ids, valuesOf } from './values.ts'

/** Who asks. */
export type Who = 'user' | 'other' | 'nobody' | 'broken'

/** A request that keeps to the contract; `fault` spoils its body in one place. */
export interface ContractRequest {
  readonly kind: 'contract'
  readonly id: string
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string | undefined
  readonly fault: Pick<Fault, 'pointer' | 'code'> | undefined
  readonly who: Who
}

/** A request that need not keep to anything. */
export interface WildRequest {
  readonly kind: 'wild'
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
  readonly who: Who
}

export type FuzzRequest = ContractRequest | WildRequest

/** Stands for the cursor, or the tag, of the last answer at the same path. */
export const last = '$last'

const who = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Who>('user') },
  { weight: 1, arbitrary: fc.constantFrom<Who>('other', 'nobody', 'broken') },
)

/** These take long (passwords are hashed, great texts are read) or end what the others need. */
const rare = new Set([
  'register',
  'login',
  'changePassword',
  'logout',
  'deleteMe',
  'endSession',
  'getContractYaml',
  'getContractJson',
  'getReference',
  'getReferenceAsset',
  'getMetrics',
])

/** These have nothing to vary. */
const plain = new Set([
  'validateSession',
  'getLiveness',
  'getReadiness',
  'listMuscles',
  'listSessions',
  'exportMe',
])

const headerValues: Readonly<Record<string, fc.Arbitrary<string | undefined>>> = {
  'If-Match': fc.constantFrom('*', last, last, last, '"1-x"', '"2-x"', 'W/"1-x"', undefined),
  'If-None-Match': fc.constantFrom(undefined, undefined, last, '*', '"x"', 'nonsense'),
  'Idempotency-Key': fc.constantFrom(undefined, undefined, 'a', 'b', '~'.repeat(255)),
}

/** The ends of a range, the first day first. */
function inOrder<T extends Readonly<Record<string, string | string[] | undefined>>>(query: T): T {
  const { from, to } = query
  return from !== undefined && to !== undefined && from > to ? { ...query, from: to, to: from } : query
}

/** A body that names no other object than the path; a built-in exercise has no id that a body could name. */
function withIdOfPath({ id: _, ...body }: Node, id: unknown): Node {
  return mismatch(schemaNamed('Id'), id) === undefined ? { id, ...body } : body
}

const methodsOf = new Map(declaredOperations.map(({ id, method }) => [id, method.toUpperCase()]))

function contractRequests(id: string, path: string): fc.Arbitrary<ContractRequest> {
  const schema = bodySchema(id)
  const method = methodsOf.get(id) ?? ''
  const query = declaredParameters(id, 'query')
  const texts = query.map(({ name, declared }) =>
    name === 'cursor'
      ? fc.constant(last)
      : valuesOf(declared).map((value) => (Array.isArray(value) ? value.map(String) : String(value))),
  )
  const model = Object.fromEntries(query.map(({ name }, index) => [name, texts[index] ?? fc.constant('')]))
  const headers = declaredParameters(id, 'header').map(
    ({ name }) => [name, headerValues[name] ?? fc.constant(undefined)] as const,
  )
  const pathValue = valuesOf(declaredParameters(id, 'path')[0]?.declared ?? { const: '' })
  const idValues = path.includes('/{id}')
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: pathValue })
    : pathValue
  return fc
    .record({
      value: idValues,
      query: fc.record(model, { requiredKeys: [] }),
      headers: fc.record(Object.fromEntries(headers)),
      body: schema === undefined ? fc.constant(undefined) : valuesOf(schema),
      fault: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
      who,
    })
    .map(({ value, body: given, fault, ...rest }): ContractRequest => {
      const body = method === 'PUT' ? withIdOfPath(nodeOf(given), value) : given
      const faults = fault === null || body === undefined ? [] : [...faultsIn(schema, body)]
      const chosen = fault === null ? undefined : faults[fault % faults.length]
      const text = body === undefined ? undefined : JSON.stringify(body)
      return {
        kind: 'contract',
        id,
        method,
        path: path.replace(/\{[^}]+\}/, () => encodeURIComponent(String(value))),
        query: Object.entries(inOrder(rest.query)).flatMap(([name, given]) =>
          [given ?? []].flat().map((one) => [name, one] as const),
        ),
        headers: Object.fromEntries(
          Object.entries(rest.headers).flatMap(([name, given]) =>
            given === undefined ? [] : [[name, given] as const],
          ),
        ),
        body: chosen ? withText(body, chosen.place, chosen.text) : text,
        fault: chosen && { pointer: chosen.pointer, code: chosen.code },
        who: rest.who,
      }
    })
}

const segments = [...new Set(declaredOperations.flatMap(({ path }) => path.split('/')))].filter(
  (part) => !part.includes('{'),
)
const segment = fc.oneof(
  fc.constantFrom(...segments, ...ids, '.', '..', '%00', '%2e%2e', '%ff', '%', '*', ':id', '{id}', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(encodeURIComponent),
  fc.webFragments({ size: 'small' }),
)
const knownPath = fc.constantFrom(
  ...declaredOperations.map(({ path }) => path.replace(/\{[^}]+\}/, ids[0] ?? '')),
)
const wildPath = fc.oneof(
  knownPath,
  fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
)
const names = ['limit', 'cursor', 'q', 'from', 'unit', '__proto__', 'limit[]', '']
const pair = fc.tuple(
  fc.oneof(fc.constantFrom(...names), fc.webQueryParameters({ size: 'small' })),
  fc.oneof(fc.webQueryParameters({ size: 'small' }), fc.constantFrom('1', '0x1', '', '%', '%00', '%ff', '+')),
)
const wildQuery = fc
  .array(pair, { maxLength: 3 })
  .map((pairs) => pairs.map((parts) => parts.join('=')).join('&'))
const wildText = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json().map((text) => text.slice(0, -1)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 40 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.constantFrom(
    '{"__proto__":{}}',
    '{"a":1e999}',
    '{"a":"\\ud800"}',
    '{"id":"\\u0000"}',
    '{"a":1,"a":2}',
    '',
    '\ufeff{}',
  ),
)
const wildBody = fc.oneof(
  wildText.map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
)
const latin = fc.stringMatching(/^[ -~\xa0-\xff]{0,40}$/)
const wildHeaders = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Content-Encoding',
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'X-Request-Id',
    'Origin',
    'Accept',
    'Range',
    'Cookie',
    'X-Forwarded-For',
    'X-HTTP-Method-Override',
    'Expect',
    'Authorization',
  ),
  fc.oneof(latin, fc.constantFrom('application/json', '*', '"1-x"', 'null', 'gzip')),
  { maxKeys: 4 },
)
const wildRequests: fc.Arbitrary<WildRequest> = fc
  .record({
    kind: fc.constant('wild' as const),
    method: fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'PROPFIND',
      'get',
      'X',
    ),
    path: fc.tuple(wildPath, wildQuery).map(([path, query]) => (query === '' ? path : `${path}?${query}`)),
    headers: wildHeaders,
    body: fc.option(wildBody, { nil: undefined, freq: 2 }),
    who,
  })
  // The Fetch API has no body for these, and leaves out nothing that it is given.
  .map((request) =>
    ['GET', 'HEAD', 'get'].includes(request.method) ? { ...request, body: undefined } : request,
  )

/** Requests of every operation, most of them good, some spoilt in one place, some wild. */
export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 40, arbitrary: wildRequests },
  ...declaredOperations.map(({ id, path }) => ({
    weight: rare.has(id) ? 1 : plain.has(id) ? 3 : /^(create|replace|restore)/.test(id) ? 40 : 12,
    arbitrary: contractRequests(id, path),
  })),
)
