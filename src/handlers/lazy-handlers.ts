import { lazy } from '#lib/lazy.ts'
import type { AppHandlers } from './context.ts'

/** The union of all handlers is too large for the type checker, so each is typed by its name. */
interface AnyHandler {
  (request: never, prepared?: never): unknown
  /** The first step, if it has two: see `inTwoSteps`. */
  readonly prepare?: (request: never) => Promise<AsyncDisposable>
}

/**
 * Handlers whose module is loaded by the first request for one of them, outside the transaction in which
 * a request with an `Idempotency-Key` runs.
 */
export function lazyHandlers<
  const Names extends readonly (keyof AppHandlers)[],
  Handlers extends { readonly [Name in Names[number]]: AnyHandler },
>(names: Names, load: () => Promise<Handlers>): Pick<Handlers, Names[number]> {
  const loadHandlers = lazy(load)
  const loadHandler = async (name: Names[number]) => {
    const handlers: Readonly<Record<Names[number], AnyHandler>> = await loadHandlers()
    return handlers[name]
  }
  const handlers = names.map((name: Names[number]) => {
    const handler = async (request: never, prepared?: never) => (await loadHandler(name))(request, prepared)
    const prepare = async (request: never) => (await loadHandler(name)).prepare?.(request) ?? nothing
    return [name, Object.assign(handler, { prepare })]
  })
  // Each name is mapped to the handler of that name, which receives that operation's request.
  return Object.fromEntries(handlers) as Pick<Handlers, Names[number]>
}

/** The result of the first step of a handler that has only one. */
const nothing: AsyncDisposable = { [Symbol.asyncDispose]: async () => undefined }
