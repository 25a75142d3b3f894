import { targetOf } from '#http/request/target.ts'
import type { LogLine } from './log-lines.ts'
import { violations } from './violations.ts'

/** Responds to a request. */
export type RequestHandler = (request: Request) => Response | Promise<Response>

/** Responds to a request, or throws an error that says how the response violates the contract. */
export type CheckedFetch = (request: Request) => Promise<Response>

/** A response that openapi.yaml doesn't declare, or an error behind it. */
class ContractViolation extends Error {}

/** The whole body, or the first chunk of an event stream, which never ends. */
async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (!isEndless || !response.body) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new Uint8Array(value ?? [])
}

/**
 * Checks every response against openapi.yaml, and returns a copy of it. Only the first chunk of an event stream is
 * read and returned.
 *
 * @param errorsOf returns the errors that the server has logged; a new error makes the request throw
 */
export function checkedFetch(handle: RequestHandler, errorsOf: () => readonly LogLine[]): CheckedFetch {
  return async (request) => {
    const earlierErrors = errorsOf().length
    const { method } = request
    const { path } = targetOf(request.url)
    const response = await handle(request)
    const { status, headers } = response
    const bytes = await bodyOf(response)
    const messages = violations({ method, path }, { status, headers, bytes })
    const error = errorsOf()[earlierErrors]
    if (messages.length > 0 || error !== undefined) {
      const summary = `${method} ${path}: status ${status}`
      const body = new TextDecoder().decode(bytes.subarray(0, 1000))
      const cause = error && Reflect.get(error.fields, 'err')
      throw new ContractViolation(
        [summary, ...messages, ...(error ? [error.message] : []), body].join('\n  '),
        {
          cause,
        },
      )
    }
    return new Response(bytes.length === 0 ? null : bytes, { status, headers })
  }
}
