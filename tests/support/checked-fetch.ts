import { targetOf } from '#http/request/target.ts'
import type { Logged } from './logged.ts'
import { violations } from './violations.ts'

/** Responds to a request. */
export type RequestHandler = (request: Request) => Response | Promise<Response>

/** Responds to a request, or throws an error that says how the response violates the contract. */
export type CheckedFetch = (request: Request) => Promise<Response>

/** A response that openapi.yaml doesn't declare, or an error behind it. */
class ContractViolation extends Error {}

/** The whole body; for a stream of events, which doesn't end, its first chunk. */
async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (!isEndless || !response.body) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new Uint8Array(value ?? [])
}

/**
 * Checks every response against openapi.yaml. The body is read to its end (only the first chunk of a stream
 * of events), and passed on unchanged.
 *
 * @param errorsOf the errors that the server has logged: a new one is thrown too
 */
export function checkedFetch(handle: RequestHandler, errorsOf: () => readonly Logged[]): CheckedFetch {
  return async (request) => {
    const before = errorsOf().length
    const { method } = request
    const { path } = targetOf(request.url)
    const response = await handle(request)
    const { status, headers } = response
    const bytes = await bodyOf(response)
    const found = violations({ method, path }, { status, headers, bytes })
    const error = errorsOf()[before]
    if (found.length > 0 || error !== undefined) {
      const where = `${method} ${path}: status ${status}`
      const body = new TextDecoder().decode(bytes.subarray(0, 1000))
      const cause = error && Reflect.get(error.fields, 'err')
      throw new ContractViolation([where, ...found, ...(error ? [error.message] : []), body].join('\n  '), {
        cause,
      })
    }
    return new Response(bytes.length === 0 ? null : bytes, { status, headers })
  }
}
