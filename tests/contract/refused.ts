import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { Received } from '#tests/support/request.ts'
import { ask, type Prepared, type Spoilt, unchanged, type World } from './world.ts'

export type Problem = Schemas['Problem']

/** A marker in values that must be rejected: no response may contain it. */
export const marker = 'zq9marker7x'

/**
 * Sends an invalid request and asserts its status and code, that nothing changed and nothing is echoed. The path is
 * returned in `instance`, as RFC 9457 requires, and so is an `X-Request-Id`.
 */
export async function refused(
  { app }: Pick<World, 'app'>,
  prepared: Prepared,
  spoilt: Spoilt,
  [status, code]: readonly [number, Problem['code']],
): Promise<Received> {
  const answer = await unchanged(app, () => ask(app, prepared, spoilt))
  expectProblem(answer, status, code)
  expectNoEcho(answer)
  return answer
}

/** Asserts the status and code of an error. */
export function expectProblem(answer: Received, status: number, code: Problem['code']): void {
  const got = answer.status >= 400 ? `${answer.status} ${answer.json<Problem>().code}` : String(answer.status)
  expect(got, answer.text).toBe(`${status} ${code}`)
}

/** Asserts that the marker is not echoed. */
export function expectNoEcho({ text, headers }: Received): void {
  const { instance: _, ...told }: Partial<Problem> = text.startsWith('{') ? JSON.parse(text) : {}
  expect(JSON.stringify(told)).not.toContain(marker)
  for (const [name, value] of headers) if (name !== 'x-request-id') expect(value).not.toContain(marker)
}

/** The places and codes of an error, or of those in an answer that tells of several, as `pointer /name required`, in order. */
export function faultsOf(answer: Received): string[] {
  const told = answer.json<Problem | Schemas['SyncPushed']>()
  const problems =
    'results' in told ? told.results.flatMap((result) => ('problem' in result ? result.problem : [])) : [told]
  const errors = problems.flatMap((problem) => problem.errors ?? [])
  return errors.map(({ code, message: _, ...place }) =>
    Object.entries(place)
      .map(([kind, name]) => `${kind} ${name} ${code}`)
      .join(),
  )
}
