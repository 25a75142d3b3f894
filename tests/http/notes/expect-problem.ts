import { expect } from 'bun:test'
import type { ProblemBody } from '#http/response/problem.ts'

/** Asserts that a response is a complete problem with this status and code. Resolves to the problem. */
export async function expectProblem(response: Response, status: number, code: string): Promise<ProblemBody> {
  const text = await response.text()
  expect({ status: response.status, text }).toEqual({ status, text })
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(text)).toMatchObject({
    type: `urn:replog:problem:${code}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^\//),
    code,
    requestId: response.headers.get('x-request-id'),
  })
  return JSON.parse(text)
}

/** The location and code of each of a problem's errors, such as `['/title required', 'limit type']`. */
export function fieldProblems(problem: ProblemBody): string[] {
  return (problem.errors ?? []).map(
    ({ pointer, parameter, header, code }) => `${pointer ?? parameter ?? header} ${code}`,
  )
}
