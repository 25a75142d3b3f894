import { lazy } from '#lib/lazy.ts'
import type { AppHandlers } from './context.ts'

/**
 * Handlers whose module is loaded by the first request for one of them, outside of the transaction that an
 * `Idempotency-Key` runs a handler in. Not for handlers in two steps: let their first step load what they
 * need.
 */
export function handlersLater<Name extends keyof AppHandlers>(
  names: readonly Name[],
  load: () => Promise<Pick<AppHandlers, Name>>,
): Pick<AppHandlers, Name> {
  const loaded = lazy(load)
  const prepare = async (): Promise<AsyncDisposable> => {
    await loaded()
    return { [Symbol.asyncDispose]: async () => undefined }
  }
  const handlers = names.map((name) => {
    const handler = async (request: never) => (await loaded())[name](request)
    return [name, Object.assign(handler, { prepare })]
  })
  // Each name is mapped to the handler of that name, which receives that operation's request.
  return Object.fromEntries(handlers) as Pick<AppHandlers, Name>
}
