import { describe, expect, test } from 'bun:test'
import { ContractViolation } from '#http/response/response-check.ts'
import { expectProblem } from '../notes/expect-problem.ts'
import { notesApp } from '../notes/serve.ts'

test('an error in a handler is logged, and the client gets a 500 with only the request id', async () => {
  const { send, errors, completed } = notesApp()
  const response = await send('/fail?how=throw', { headers: { 'x-request-id': 'find-me' } })
  const problem = await expectProblem(response, 500, 'internal_error')
  expect(problem.requestId).toBe('find-me')
  expect(JSON.stringify(problem)).not.toContain('secret')
  expect(errors).toEqual([new Error('secret detail')])
  expect(completed.at(-1)).toMatchObject({ operationId: 'fail', status: 500, requestId: 'find-me' })
})

test.each([
  ['busy', '5', 'The database is busy.'],
  ['unavailable', '7', 'shutting down'],
])('a temporary failure (%s) gets 503 with its cause and Retry-After', async (how, seconds, cause) => {
  const { send, errors } = notesApp()
  const response = await send(`/fail?how=${how}`)
  const { detail } = await expectProblem(response.clone(), 503, 'unavailable')
  expect(detail).toBe(cause)
  expect(response.headers.get('retry-after')).toBe(seconds)
  expect(errors).toHaveLength(1)
})

describe('a response that the contract does not declare', () => {
  const violations: [how: string, message: string][] = [
    ['status', '202: the status is not declared'],
    ['body', "200: the body at '/ok'"],
    ['header', '200: the header X-Undeclared is not declared'],
    ['media', '200: the media type text/plain is not declared'],
    ['empty', '200: the body is missing'],
  ]

  test.each(violations)('(%s) is a 500 if violations are thrown', async (how, message) => {
    const { send, errors, completed } = notesApp({ responseViolations: 'throw' })
    const response = await send(`/fail?how=${how}`)
    const problem = await expectProblem(response, 500, 'internal_error')
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(response.headers.get('x-undeclared')).toBeNull()
    expect(errors[0]).toBeInstanceOf(ContractViolation)
    expect(String(errors[0])).toContain(message)
    expect(String(errors[0])).not.toContain('secret')
    expect(completed.at(-1)?.status).toBe(500)
  })

  test.each(violations)('(%s) is sent if violations are only logged', async (how, message) => {
    const { send, errors } = notesApp({ responseViolations: 'log' })
    const response = await send(`/fail?how=${how}`)
    expect(response.status).toBe(how === 'status' ? 202 : 200)
    expect(String(errors[0])).toContain(message)
  })
})

test('an operation without a handler is an error at startup', async () => {
  const { bind, elysiaConfig } = await import('#http/bind.ts')
  const { Elysia } = await import('elysia')
  const { operations } = await import('../notes/operations.ts')
  const deps = {
    context: {},
    authenticate: () => ({ kind: 'invalid_token' as const }),
    idempotency: { run: () => Promise.reject(new Error('not used')) },
    rateLimit: undefined,
    cors: { origins: [] },
    https: false,
    trustedProxies: [],
    responseViolations: 'throw' as const,
    onResponse() {},
    onError() {},
  }
  expect(() => bind(new Elysia(elysiaConfig), operations, {}, deps)).toThrow('listNotes has no handler')
})

test('a failing log does not prevent a response', async () => {
  const fail = () => {
    throw new Error('secret')
  }
  const { send } = notesApp({ onResponse: fail, onError: fail })
  expect((await send('/api/notes')).status).toBe(200)
  await expectProblem(await send('/fail?how=throw'), 500, 'internal_error')
  await expectProblem(await send('/nowhere'), 404, 'not_found')
})
