import { describe, expect, test } from 'bun:test'
import { operations } from '#generated/operations.ts'
import { createHandlers } from '#handlers/index.ts'
import {
  type DeclaredOperation,
  declaredOperations,
  document,
  type Node,
  nodeOf,
  resolved,
} from '#tests/support/contract.ts'
import { declaredParameters } from './declared-parameters.ts'
import {
  isAmong,
  missingByQuery,
  neverMissing,
  notLists,
  numericEnums,
  otherCredentials,
  repeatable,
  unconditional,
} from './exceptions.ts'

const rows = declaredOperations.map((operation) => [operation.id, operation] as const)
const statusesOf = ({ node }: DeclaredOperation) => Object.keys(nodeOf(node.responses))
const headersOf = ({ node }: DeclaredOperation, status: string) =>
  nodeOf(resolved(nodeOf(node.responses)[status]).headers)
const securityOf = ({ node }: DeclaredOperation): readonly unknown[] =>
  Array.isArray(node.security) ? node.security : Array.isArray(document.security) ? document.security : []

/** Asserts that a status is declared if and only if it is expected. */
function expectStatus(operation: DeclaredOperation, status: string, isExpected: boolean): void {
  expect([operation.id, status, statusesOf(operation).includes(status)]).toEqual([
    operation.id,
    status,
    isExpected,
  ])
}

test('the operation table equals the contract, and every operation has a handler', () => {
  const inTable = Object.values(operations).map(({ id, method, path }) => `${id} ${method} ${path}`)
  expect(inTable).toEqual(declaredOperations.map(({ id, method, path }) => `${id} ${method} ${path}`))
  const handlers = createHandlers({
    metrics: { text: async () => '' },
    metricsToken: undefined,
    isStopping: () => false,
    servesApp: true,
  })
  expect(Object.keys(handlers).toSorted()).toEqual(declaredOperations.map(({ id }) => id).toSorted())
})

describe('every operation has a name, a summary, a description and one described tag', () => {
  const tags = new Set((Array.isArray(document.tags) ? document.tags : []).map((tag) => nodeOf(tag).name))
  test.each(rows)('%s', (_, { node }) => {
    const { operationId, summary = '', description = '', tags: ownTags } = node
    expect(operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(String(summary).length, 'the length of the summary').toBeGreaterThan(8)
    expect(String(description).length, 'the length of the description').toBeGreaterThan(20)
    const described = Array.isArray(ownTags) ? ownTags.filter((tag) => tags.has(tag)) : []
    expect(described, 'the tags that `tags` of the contract describes').toEqual([expect.any(String)])
    expect(ownTags).toEqual(described)
  })
  test('and no two operations have the same name', () => {
    expect(new Set(declaredOperations.map(({ id }) => id)).size).toBe(declaredOperations.length)
  })
})

describe('an operation declares exactly the errors that its parameters, body and security can cause', () => {
  test.each(rows)('%s', (id, operation) => {
    const has = (part: 'path' | 'query' | 'header', name?: string) =>
      declaredParameters(id, part).some((parameter) => name === undefined || parameter.name === name)
    const hasBody = operation.node.requestBody !== undefined
    const isRateLimited = operation.node['x-rate-limit'] !== undefined
    for (const status of ['400', '405', '422', '500']) expectStatus(operation, status, true)
    expectStatus(operation, '412', has('header', 'If-Match'))
    expectStatus(operation, '428', has('header', 'If-Match'))
    expectStatus(operation, '304', has('header', 'If-None-Match'))
    expectStatus(operation, '413', hasBody)
    expectStatus(operation, '415', hasBody)
    expectStatus(operation, '429', isRateLimited)
    expectStatus(operation, '401', securityOf(operation).length > 0 || isAmong(otherCredentials, id))
    const namesResource = has('path') && !isAmong(neverMissing, id)
    // `getServiceWorker` responds with 404 if the app is turned off.
    const canBeMissing = isAmong(missingByQuery, id) || id === 'getServiceWorker'
    expectStatus(operation, '404', namesResource || canBeMissing)
    expectStatus(operation, '503', isRateLimited || id === 'getReadiness')
  })
})

describe('an operation has one successful response', () => {
  test.each(rows)('%s', (_, operation) => {
    const successes = statusesOf(operation).filter((status) => /^2|^302$/.test(status))
    // If the app is turned off, its page redirects to the reference.
    if (operation.id === 'getRoot') expect(successes.splice(1)).toEqual(['302'])
    const [success = ''] = successes
    expect(successes).toHaveLength(1)
    expect(['200', '201', '204', '302']).toContain(success)
    expect(resolved(nodeOf(operation.node.responses)[success]).content === undefined).toBe(
      success === '204' || success === '302',
    )
  })
})

describe('every error is a problem', () => {
  test.each(rows)('%s', (_, operation) => {
    for (const status of statusesOf(operation).filter((code) => code >= '400')) {
      const { content } = resolved(nodeOf(operation.node.responses)[status])
      expect(Object.keys(nodeOf(content))).toEqual(['application/problem+json'])
      expect(nodeOf(nodeOf(content)['application/problem+json']).schema).toEqual({
        $ref: '#/components/schemas/Problem',
      })
    }
  })
})

describe('every response declares the headers that are always sent', () => {
  test.each(rows)('%s', (_, operation) => {
    const isRateLimited = operation.node['x-rate-limit'] !== undefined
    for (const status of statusesOf(operation)) {
      const headers = headersOf(operation, status)
      const required = Object.entries(headers).flatMap(([name, header]) =>
        resolved(header).required === true ? name : [],
      )
      expect(required).toEqual(
        expect.arrayContaining(['X-Request-Id', 'X-Content-Type-Options', 'Cache-Control', 'Vary']),
      )
      if (isRateLimited)
        expect(Object.keys(headers)).toEqual(expect.arrayContaining(['RateLimit', 'RateLimit-Policy']))
      const headerOf: Readonly<Record<string, string>> = {
        '201': 'Location',
        '304': 'ETag',
        '401': 'WWW-Authenticate',
        '405': 'Allow',
        '429': 'Retry-After',
        '503': 'Retry-After',
      }
      const name = headerOf[status]
      if (name !== undefined) expect(required).toContain(name)
    }
  })
})

describe('a read with an ETag declares If-None-Match, a change If-Match, and a creation Idempotency-Key', () => {
  test.each(rows)('%s', (id, operation) => {
    const names = declaredParameters(id, 'header').map(({ name }) => name)
    const hasETag = statusesOf(operation).some(
      (status) => status < '300' && 'ETag' in headersOf(operation, status),
    )
    if (operation.method === 'get') expect(names.includes('If-None-Match')).toBe(hasETag)
    const changes = ['put', 'patch', 'delete'].includes(operation.method)
    expect(names.includes('If-Match')).toBe(changes && !isAmong(unconditional, id))
    const creates = operation.method === 'post' && securityOf(operation).length > 0
    expect(names.includes('Idempotency-Key')).toBe(creates && !isAmong(repeatable, id))
    if (names.includes('Idempotency-Key')) {
      const successes = statusesOf(operation).filter((status) => status < '300')
      for (const status of successes)
        expect(Object.keys(headersOf(operation, status))).toContain('Idempotency-Replayed')
    }
  })
})

test('the exceptions to each rule are exactly its violations', () => {
  const operationsWith = (methods: readonly string[]) =>
    declaredOperations.filter(({ method }) => methods.includes(method))
  const without = (methods: readonly string[], header: string) =>
    operationsWith(methods)
      .filter(({ id }) => !declaredParameters(id, 'header').some(({ name }) => name === header))
      .filter((operation) => securityOf(operation).length > 0)
      .map(({ id }) => id)
  expect(without(['put', 'patch', 'delete'], 'If-Match').toSorted()).toEqual(
    Object.keys(unconditional).toSorted(),
  )
  expect(without(['post'], 'Idempotency-Key').toSorted()).toEqual(Object.keys(repeatable).toSorted())
  for (const id of Object.keys(missingByQuery)) {
    expect([id, declaredParameters(id, 'path').length]).toEqual([id, 0])
    expect(declaredParameters(id, 'query').map(({ name }) => name)).toContain('exerciseId')
  }
  for (const id of Object.keys(neverMissing))
    expect(declaredParameters(id, 'path').map(({ name }) => name)).toEqual(['muscle'])
})

describe('a list has a limit, a cursor, and a link to the next page', () => {
  const lists = rows.filter(
    ([id]) => !isAmong(notLists, id) && declaredParameters(id, 'query').some(({ name }) => name === 'cursor'),
  )
  test.each(lists)('%s', (id, operation) => {
    const limit = declaredParameters(id, 'query').find(({ name }) => name === 'limit')
    expect(limit?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
    expect(Object.keys(headersOf(operation, '200'))).toContain('Link')
    const body = resolved(
      nodeOf(nodeOf(resolved(nodeOf(operation.node.responses)['200']).content)['application/json']).schema,
    )
    // If an operation has several kinds of responses, one of them is the list.
    const shapes = Array.isArray(body.oneOf) ? body.oneOf.map(resolved) : [body]
    const items = shapes.flatMap(({ properties }) => nodeOf(properties).items ?? [])
    expect(items.map(nodeOf)).toEqual([expect.objectContaining({ type: 'array', maxItems: 200 })])
  })
})

/** A schema and all schemas inside it, following references. */
function* partsOf(schema: unknown, visited = new Set<string>()): Generator<Node> {
  const { $ref } = nodeOf(schema)
  if (typeof $ref === 'string') {
    if (visited.has($ref)) return
    visited.add($ref)
  }
  const node = resolved(schema)
  yield node
  const { items, oneOf, anyOf, allOf, properties, additionalProperties } = node
  for (const schemas of [oneOf, anyOf, allOf])
    if (Array.isArray(schemas)) for (const part of schemas) yield* partsOf(part, visited)
  for (const member of Object.values(nodeOf(properties))) yield* partsOf(member, visited)
  if (items !== undefined) yield* partsOf(items, visited)
  if (typeof additionalProperties === 'object') yield* partsOf(additionalProperties, visited)
}

describe('request schemas are closed and bounded at every depth', () => {
  const withBody = rows.filter(([, { node }]) => node.requestBody !== undefined)
  test.each(withBody)('%s', (_, { node }) => {
    const content = nodeOf(nodeOf(node.requestBody).content)
    expect(['application/json', 'multipart/form-data']).toContain(Object.keys(content)[0] ?? '')
    for (const media of Object.values(content)) {
      for (const part of partsOf(nodeOf(media).schema)) {
        const types = [part.type].flat()
        if (types.includes('object')) expect(part.additionalProperties).toBe(false)
        if (types.includes('array')) expect(part).toHaveProperty('maxItems')
        if (types.includes('number') || types.includes('integer')) {
          const isBounded =
            (part.minimum ?? part.exclusiveMinimum) !== undefined && part.maximum !== undefined
          const isEnum = Object.values(numericEnums).some((numbers) => Bun.deepEquals(numbers, part.enum))
          expect(isBounded || isEnum, JSON.stringify(part)).toBe(true)
        }
        if (types.includes('string') && part.enum === undefined && part.const === undefined) {
          const bounded =
            part.maxLength !== undefined || ['uuid', 'date', 'date-time'].includes(String(part.format))
          expect(bounded || /\{\d+\}\$$/.test(String(part.pattern)), JSON.stringify(part)).toBe(true)
        }
      }
    }
  })
})

describe('the schemas of successful responses are closed', () => {
  test.each(rows.filter(([id]) => !id.startsWith('getContract')))('%s', (_, operation) => {
    for (const status of statusesOf(operation).filter((code) => code < '300')) {
      const content = nodeOf(resolved(nodeOf(operation.node.responses)[status]).content)
      for (const part of partsOf(nodeOf(content['application/json']).schema ?? {})) {
        // An object without properties is a map, such as `parameters` of the schema `Method`.
        const isMap = part.properties === undefined
        if (part.type === 'object' && !isMap) expect(part.additionalProperties).toBe(false)
      }
    }
  })
})

describe('every parameter is described', () => {
  test.each(rows)('%s', (_, { node }) => {
    const parameters: readonly unknown[] = Array.isArray(node.parameters) ? node.parameters : []
    for (const parameter of parameters)
      expect(String(resolved(parameter).description).length).toBeGreaterThan(10)
  })
})
