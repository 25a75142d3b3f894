import { describe, expect, test } from 'bun:test'
import { Elysia } from 'elysia'
import { operations as generatedOperations } from '#generated/operations.ts'
import { bind, elysiaConfig } from '#http/bind.ts'
import type { Operation } from '#http/operation.ts'
import { problemMediaType } from '#http/response/problem.ts'
import { authenticate } from '../notes/serve.ts'

const table: Readonly<Record<string, Operation>> = generatedOperations
const operations = Object.values(table)
const declares = (operation: Operation, name: string) =>
  operation.parameters.header.some((header) => header.name === name)

/** The statuses that the binder may send before or instead of calling an operation's handler. */
function statusesOfBinder(operation: Operation): number[] {
  const statuses = [400, 405, 422, 500]
  if (operation.security !== 'none') statuses.push(401)
  if (operation.rateLimit !== undefined) statuses.push(429)
  if (operation.requestBody) statuses.push(413, 415)
  if (declares(operation, 'If-Match')) statuses.push(412, 428)
  if (declares(operation, 'If-None-Match')) statuses.push(304)
  return statuses
}

/** The headers that each response with a status must have. */
const requiredHeaders: Readonly<Record<number, readonly string[]>> = {
  304: ['ETag'],
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  412: ['ETag'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('declares every status and header that the binder may send', () => {
    for (const status of statusesOfBinder(operation)) {
      const spec = operation.responses[status]
      expect({ status, declared: spec !== undefined }).toEqual({ status, declared: true })
      if (status >= 400) expect(Object.keys(spec?.content ?? {})).toEqual([problemMediaType])
    }
    for (const [status, { headers }] of Object.entries(operation.responses)) {
      const limits = operation.rateLimit === undefined ? [] : ['RateLimit', 'RateLimit-Policy']
      for (const name of [
        'X-Request-Id',
        'X-Content-Type-Options',
        'Strict-Transport-Security',
        'Cache-Control',
        'Vary',
        ...limits,
        ...(requiredHeaders[Number(status)] ?? []),
      ]) {
        expect({ status, name, declared: name in headers }).toEqual({ status, name, declared: true })
      }
    }
  })
})

describe('the responses of the binder match the contract', () => {
  const errors: unknown[] = []
  const app = new Elysia(elysiaConfig)
  const fail = () => {
    throw new Error('the handler was called')
  }
  bind(app, table, Object.fromEntries(operations.map(({ id }) => [id, fail])), {
    context: {},
    authenticate,
    idempotency: { run: () => Promise.reject(new Error('the store was called')) },
    rateLimit: { default: { points: 1000, seconds: 60 }, auth: { points: 1000, seconds: 60 } },
    cors: { origins: [] },
    https: false,
    trustedProxies: [],
    responseViolations: 'throw',
    onResponse() {},
    onError: (error) => void errors.push(error),
  })
  const send = (
    { method, path, requestBody }: Operation,
    query: string,
    headers: Record<string, string>,
    body?: string,
  ) => {
    const [declared = 'application/json'] = Object.keys(requestBody?.content ?? {})
    const mediaType = declared === 'multipart/form-data' ? `${declared}; boundary=x` : declared
    return app.handle(
      new Request(`http://localhost${path.replaceAll(/\{[^}]+\}/g, 'x~')}${query}`, {
        method: method.toUpperCase(),
        headers: { authorization: 'Bearer ada', 'content-type': mediaType, ...headers },
        ...(body !== undefined && { body }),
      }),
    )
  }

  test.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    errors.length = 0
    const { method, requestBody, security } = operation
    const statuses = [
      security === 'none' || (await send(operation, '', { authorization: 'Bearer bad' })).status === 401,
      (await send(operation, '?%ff', {}, method === 'get' ? undefined : '{}')).status === 400,
      (await send(operation, '?undeclared=1', {}, requestBody && '{')).status >= 400,
      !requestBody || (await send(operation, '', { 'content-type': 'text/html' }, '{}')).status === 415,
    ]
    expect(statuses).toEqual([true, true, true, true])
    expect(errors).toEqual([])
  })
})
