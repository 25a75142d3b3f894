import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { type Overrides, type Prepared, sendPrepared, unchanged, type World } from './world.ts'

export type Problem = Schemas['Problem']

/** A marker in values that must be rejected: no response may contain it. */
export const marker = 'zq9marker7x'

/**
 * Sends an invalid request and asserts its status and code, that nothing changed and nothing is echoed, except
 * the path, in `instance` as RFC 9457 requires, and an `X-Request-Id`.
 */
export async function expectRejected(
  { app }: Pick<World, 'app'>,
  prepared: Prepared,
  overrides: Overrides,
  [status, code]: readonly [number, Problem['code']],
): Promise<TestResponse> {
  const response = await unchanged(app, () => sendPrepared(app, prepared, overrides))
  expectProblem(response, status, code)
  expectNoEcho(response)
  return response
}

/** Asserts the status and code of an error. */
export function expectProblem(response: TestResponse, status: number, code: Problem['code']): void {
  const actual =
    response.status >= 400 ? `${response.status} ${response.json<Problem>().code}` : String(response.status)
  expect(actual, response.text).toBe(`${status} ${code}`)
}

/** Asserts that the marker is not echoed. */
export function expectNoEcho({ text, headers }: TestResponse): void {
  const { instance: _, ...body }: Partial<Problem> = text.startsWith('{') ? JSON.parse(text) : {}
  expect(JSON.stringify(body)).not.toContain(marker)
  for (const [name, value] of headers) if (name !== 'x-request-id') expect(value).not.toContain(marker)
}

/**
 * The locations and codes of an error, or of the errors in a response with several results, as
 * `pointer /name required`, in order.
 */
export function fieldProblemsOf(response: TestResponse): string[] {
  const body = response.json<Problem | Schemas['SyncPushed']>()
  const problems =
    'results' in body ? body.results.flatMap((result) => ('problem' in result ? result.problem : [])) : [body]
  const errors = problems.flatMap((problem) => problem.errors ?? [])
  return errors.map(({ code, message: _, ...place }) =>
    Object.entries(place)
      .map(([kind, name]) => `${kind} ${name} ${code}`)
      .join(),
  )
}
