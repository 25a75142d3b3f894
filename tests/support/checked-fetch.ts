import { targetOf } from '#http/request/target.ts'
import type { Logged } from './logged.ts'
import { violations } from './violations.ts'

/** Something that answers requests. */
export type Asking = (request: Request) => Response | Promise<Response>

/** Answers a request, or throws how the answer breaks the contract. */
export type Checked = (request: Request) => Promise<Response>

/** An answer that openapi.yaml doesn't declare, or an error behind it. */
class BrokenContract extends Error {}

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
 * Checks every answer against openapi.yaml. The body is read to its end (of a stream of events only the first
 * chunk), and passed on unchanged.
 *
 * @param faults what the server logged as its own errors: a new one is thrown too
 */
export function checkedFetch(ask: Asking, faults: () => readonly Logged[]): Checked {
  return async (request) => {
    const before = faults().length
    const { method } = request
    const { path } = targetOf(request.url)
    const response = await ask(request)
    const { status, headers } = response
    const bytes = await bodyOf(response)
    const found = violations({ method, path }, { status, headers, bytes })
    const fault = faults()[before]
    if (found.length > 0 || fault !== undefined) {
      const where = `${method} ${path} answered ${status}`
      const body = new TextDecoder().decode(bytes.subarray(0, 1000))
      const cause = fault && Reflect.get(fault.fields, 'err')
      throw new BrokenContract([where, ...found, ...(fault ? [fault.message] : []), body].join('\n  '), {
        cause,
      })
    }
    return new Response(bytes.length === 0 ? null : bytes, { status, headers })
  }
}
