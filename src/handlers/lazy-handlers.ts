import { lazy } from '#lib/lazy.ts'
import type { AppHandlers } from './context.ts'

/** The union of all handlers is too large for the type checker, so each is typed by its name. */
type AnyHandler = (request: never) => unknown

/**
 * Handlers whose module is loaded by the first request for one of them, outside the transaction in which
 * a request with an `Idempotency-Key` runs. Two-step handlers can't use this; their first step should load
 * the module.
 */
export function lazyHandlers<
  const Names extends readonly (keyof AppHandlers)[],
  Handlers extends { readonly [Name in Names[number]]: AnyHandler },
>(names: Names, load: () => Promise<Handlers>): Pick<Handlers, Names[number]> {
  const loadHandlers = lazy(load)
  const prepare = async (): Promise<AsyncDisposable> => {
    await loadHandlers()
    return { [Symbol.asyncDispose]: async () => undefined }
  }
  const handlers = names.map((name) => {
    const handler = async (request: never) => {
      const handlers: Readonly<Record<string, AnyHandler>> = await loadHandlers()
      return handlers[name]?.(request)
    }
    return [name, Object.assign(handler, { prepare })]
  })
  // Each name is mapped to the handler of that name, which receives that operation's request.
  return Object.fromEntries(handlers) as Pick<Handlers, Names[number]>
}
