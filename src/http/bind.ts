import type { AnyElysia } from 'elysia'
import { answerCheck, answerSampling } from './answer-check.ts'
import { cacheControl } from './cache-control.ts'
import { clientAddressReader } from './client-address.ts'
import { Cors } from './cors.ts'
import type { AnyPrincipal, BinderDeps } from './deps.ts'
import { allowOf, type Exchange, exchangeOf, methods } from './exchange.ts'
import type { Operation } from './operation.ts'
import { type AnyHandler, operationRoute, type RouteDeps } from './operation-route.ts'
import { routePattern } from './path.ts'
import { type RateLimit, rateLimit } from './rate-limit.ts'
import { Refusal, refuse } from './refusal.ts'
import { type Reply, replyToError } from './reply.ts'
import { type AnswerRules, completeReply, headersOf, responseOf } from './respond.ts'

/** Elysia as the binder needs it: `new Elysia(elysiaConfig)`. */
export const elysiaConfig = {
  /** Fields are judged by the contract's own checks, and never dropped. */
  normalize: false,
  /** `/api/workouts/` is not `/api/workouts`. */
  strictPath: true,
  /** Otherwise a `Host` of one to three letters makes every path unknown. */
  handler: { standardHostname: false },
} as const

/** How the app has to listen, beside its port and host. */
export const serveConfig = {
  /** The binder refuses what is too large, with a problem; Bun would close the connection without a word. */
  maxRequestBodySize: Number.MAX_SAFE_INTEGER,
  /** Seconds. 0 would keep dead streams for good. */
  idleTimeout: 60,
} as const

/** Answers a request in full; `head` leaves the body out. */
type Serve = (request: Request, head: boolean) => Response | Promise<Response>

/** Gathers the operations of each path, in the order of the table. */
function byPath(operations: Readonly<Record<string, Operation>>): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>()
  for (const operation of Object.values(operations)) {
    const others = paths.get(operation.path)
    if (others) others.push(operation)
    else paths.set(operation.path, [operation])
  }
  return paths
}

/**
 * Binds each operation of the contract to its handler as a route of Elysia. Every method of every known path is given a
 * route, as Bun's router would else let `PATCH /users/me` fall through to `PATCH /users/:id`.
 */
export function bind<Context extends object, Principal extends AnyPrincipal>(
  app: AnyElysia,
  operations: Readonly<Record<string, Operation>>,
  handlers: object,
  deps: BinderDeps<Context, Principal>,
): void {
  const cors = new Cors(deps.cors)
  const limits = new Map<string, RateLimit>()
  for (const [name, policy] of Object.entries(deps.rateLimit ?? {})) limits.set(name, rateLimit(name, policy))
  const clientAddress = clientAddressReader(deps.trustedProxies)
  const onError = (error: unknown, requestId: string) => {
    try {
      deps.onError(error, requestId)
    } catch {
      // There is nobody left to tell, and the client shall have its answer.
    }
  }

  const routeDeps: RouteDeps<Context, Principal> = {
    context: deps.context,
    authenticate: (token) => deps.authenticate(token),
    idempotency: deps.idempotency,
    limitOf(policy) {
      if (deps.rateLimit === undefined) return undefined
      const limit = limits.get(policy)
      if (limit === undefined) throw new Error(`No rate limit is configured for the policy ${policy}`)
      return limit
    },
    addressOf(request) {
      const peer = app.server?.requestIP(request)?.address ?? 'local'
      return clientAddress(peer, request.headers.get('x-forwarded-for'))
    },
  }

  /** Makes the response, and tells of it. */
  const send = (exchange: Exchange, reply: Reply, head: boolean, route?: string, operation?: Operation) => {
    const { request, requestId, startedAt, userId } = exchange
    try {
      deps.onAnswer({
        operationId: operation?.id,
        method: request.method,
        route,
        status: reply.status,
        durationMs: performance.now() - startedAt,
        requestId,
        userId,
      })
    } catch (error) {
      onError(error, requestId)
    }
    return responseOf(reply, head)
  }

  const serveOperation = (operation: Operation, handler: AnyHandler): Serve => {
    const run = operationRoute(operation, handler, routeDeps)
    const rules: AnswerRules = {
      security: operation.security,
      cacheControl: cacheControl(operation),
      check: answerCheck(operation),
      isChecked: deps.answers === 'log' ? answerSampling() : () => true,
      conditional: operation.method === 'get' && operation.responses[304] !== undefined,
    }
    const policy = { answers: deps.answers, onError }
    return async (request, head) => {
      const exchange = exchangeOf(request)
      let reply: Reply
      try {
        reply = await run(exchange)
      } catch (error) {
        reply = replyToError(exchange, error, onError)
      }
      return send(
        exchange,
        completeReply(reply, exchange, cors, rules, policy),
        head,
        operation.path,
        operation,
      )
    }
  }

  /** Ends a request that no operation takes. */
  const serveError =
    (error: unknown, route?: string): Serve =>
    (request, head) => {
      const exchange = exchangeOf(request)
      const reply = replyToError(exchange, error, onError)
      headersOf(reply, exchange, cors)
      return send(exchange, reply, head, route)
    }

  const serveOptions =
    (route: string, allow: string, requestHeaders: string): Serve =>
    (request, head) => {
      const exchange = exchangeOf(request)
      const reply: Reply = { status: 204, mediaType: undefined, headers: { Allow: allow }, body: null }
      headersOf(reply, exchange, cors)
      cors.addPreflight(reply.headers, request, allow, requestHeaders)
      return send(exchange, reply, head, route)
    }

  // Elysia's own errors would echo what was sent. Hooks hold for the routes that come after them.
  app.onError(({ code, error, request }) => {
    const unknownPath = refuse(404, 'not_found', 'There is nothing at this path.')
    return serveError(code === 'NOT_FOUND' ? unknownPath : error)(request, false)
  })

  const handlerOf = (operation: Operation): AnyHandler => {
    const handler: unknown = Reflect.get(handlers, operation.id)
    if (typeof handler !== 'function') throw new Error(`The operation ${operation.id} has no handler`)
    return (request) => handler.call(handlers, request)
  }

  for (const [path, siblings] of byPath(operations)) {
    const allow = allowOf(siblings.map((operation) => operation.method))
    const notAllowed = new Refusal(
      405,
      { code: 'method_not_allowed', detail: `This path knows ${allow}.` },
      { Allow: allow },
    )
    const serves = new Map<string, Serve>()
    for (const operation of siblings) {
      const serve = serveOperation(operation, handlerOf(operation))
      serves.set(operation.method.toUpperCase(), serve)
      if (operation.method === 'get') serves.set('HEAD', serve)
    }
    serves.set('OPTIONS', serveOptions(path, allow, cors.requestHeadersOf(siblings)))
    const otherwise = serveError(notAllowed, path)
    const pattern = routePattern(path)
    for (const method of methods) {
      const serve = serves.get(method) ?? otherwise
      const head = method === 'HEAD'
      app.route(method, pattern, ({ request }) => serve(request, head), { parse: 'none' })
    }
    app.all(pattern, ({ request }) => otherwise(request, false), { parse: 'none' })
  }
}
