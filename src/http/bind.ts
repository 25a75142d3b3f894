import type { AnyElysia } from 'elysia'
import type { AnyPrincipal, BinderDeps } from './binder-deps.ts'
import { allowOf, methods } from './exchange.ts'
import type { Operation } from './operation.ts'
import type { AnyHandler } from './operation-route.ts'
import { requestHeadersOf } from './policies/cors.ts'
import { presumesSession, presumingSession } from './presumption.ts'
import { routePattern } from './request/path.ts'
import { ProblemError } from './response/problem-error.ts'
import { createResponders } from './serve.ts'

/** Elysia's settings that the binder relies on: `new Elysia(elysiaConfig)`. */
export const elysiaConfig = {
  /** Bodies are validated by the contract's own checks, and no field is silently dropped. */
  normalize: false,
  /** `/api/workouts/` is not `/api/workouts`. */
  strictPath: true,
  /** Otherwise a `Host` of one to three letters results in 404 for every path. */
  handler: { standardHostname: false },
} as const

/** The options for listening, except port and host. */
export const serveConfig = {
  /** The binder rejects oversized bodies with a problem; Bun would only close the connection. */
  maxRequestBodySize: Number.MAX_SAFE_INTEGER,
  /** Seconds. With 0, dead streams would never be closed. */
  idleTimeout: 60,
} as const

/** Groups the operations by path, in the order of the contract. */
function groupByPath(operations: Readonly<Record<string, Operation>>): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>()
  for (const operation of Object.values(operations)) {
    const siblings = paths.get(operation.path)
    if (siblings) siblings.push(operation)
    else paths.set(operation.path, [operation])
  }
  return paths
}

/**
 * Binds each operation of the contract to its handler as an Elysia route. Every known path gets a route
 * for every method, because Bun's router would otherwise let `PATCH /users/me` fall through to
 * `PATCH /users/:id`.
 */
export function bind<
  Operations extends Readonly<Record<string, Operation>>,
  Context extends object,
  Principal extends AnyPrincipal,
>(
  app: AnyElysia,
  operations: Operations,
  handlers: { readonly [Id in keyof Operations]: (request: never) => unknown },
  deps: BinderDeps<Context, Principal>,
): void {
  const responders = createResponders(deps, {
    addressOf: (request) => app.server?.requestIP(request)?.address,
    keepOpen(request) {
      app.server?.timeout(request, 0)
      return { [Symbol.dispose]: () => app.server?.timeout(request, serveConfig.idleTimeout) }
    },
  })

  // Elysia's own errors would echo the request. Added first, because hooks apply only to later routes.
  app.onError(({ code, error, request }) => {
    const unknownPath = ProblemError.of(404, 'not_found', 'There is nothing at this path.')
    return responders.error(code === 'NOT_FOUND' ? unknownPath : error)(request, request.method === 'HEAD')
  })

  const requestHeaders = requestHeadersOf(Object.values(operations))
  for (const [path, siblings] of groupByPath(operations)) {
    const allow = allowOf(siblings.map((operation) => operation.method))
    const problem = { code: 'method_not_allowed', detail: `This path supports ${allow}.` } as const
    const rejectMethod = responders.error(new ProblemError(405, problem, { Allow: allow }), path)
    const byMethod = new Map([['OPTIONS', responders.options(path, allow, requestHeaders)]])
    for (const operation of siblings) {
      const serve = responders.operation(operation, handlerOf(operation, handlers))
      byMethod.set(operation.method.toUpperCase(), serve)
      if (operation.method === 'get') byMethod.set('HEAD', serve)
    }
    const pattern = routePattern(path)
    for (const method of methods) {
      const serve = byMethod.get(method) ?? rejectMethod
      const isHead = method === 'HEAD'
      app.route(method, pattern, ({ request }) => serve(request, isHead), { parse: 'none' })
    }
    app.all(pattern, ({ request }) => rejectMethod(request, false), { parse: 'none' })
  }
}

function handlerOf({ id }: Operation, handlers: object): AnyHandler {
  const handler: unknown = Reflect.get(handlers, id)
  if (typeof handler !== 'function') throw new Error(`The operation ${id} has no handler`)
  const prepare: unknown = Reflect.get(handler, 'prepare')
  const call: AnyHandler = (request, prepared) => handler.call(handlers, request, prepared)
  if (presumesSession(handler)) return presumingSession(call)
  return typeof prepare === 'function'
    ? Object.assign(call, { prepare: (request: unknown) => prepare.call(handlers, request) })
    : call
}
