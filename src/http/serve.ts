import { memoryLimiter } from '#lib/limiter.ts'
import type { AnyPrincipal, BinderDeps } from './binder-deps.ts'
import { type Exchange, exchangeOf } from './exchange.ts'
import type { Operation } from './operation.ts'
import { type AnyHandler, operationRoute, type RouteDeps } from './operation-route.ts'
import { cacheControl } from './policies/cache-control.ts'
import { Cors } from './policies/cors.ts'
import { type RateLimit, rateLimit } from './policies/rate-limit.ts'
import type { SharedHeaders } from './policies/shared-headers.ts'
import { clientAddressReader } from './request/client-address.ts'
import { requireOneHost } from './request/host.ts'
import { compressedBodies, compressor } from './response/compress.ts'
import { errorResponse, type OutgoingResponse } from './response/outgoing.ts'
import { checkSampling, responseCheck, sampledItems } from './response/response-check.ts'
import { completeResponse, headersOf, type ResponseRules, webResponse } from './response/web-response.ts'

/** Handles a request completely; `isHead` omits the body. */
type Responder = (request: Request, isHead: boolean) => Response | Promise<Response>

/** The responders of one app, which share its policies. */
export interface Responders {
  /** Runs an operation. */
  operation(operation: Operation, handler: AnyHandler): Responder
  /** Responds to every request with this error; `route` is undefined for an unknown path. */
  error(error: unknown, route?: string): Responder
  /** Responds with a path's methods and, to a preflight, the allowed request headers. */
  options(route: string, allow: string, requestHeaders: string): Responder
}

/** Access to the sockets of requests, if there are any. */
export interface Sockets {
  /** The peer's address. */
  addressOf(request: Request): string | undefined
  /** Keeps the connection open without any traffic until the result is disposed of. */
  keepOpen(request: Request): Disposable
}

function routeDepsOf<Context extends object, Principal extends AnyPrincipal>(
  deps: BinderDeps<Context, Principal>,
  sockets: Sockets,
): RouteDeps<Context, Principal> {
  const limits = new Map<string, RateLimit>()
  for (const [name, policy] of Object.entries(deps.rateLimit ?? {})) {
    limits.set(name, rateLimit(name, policy, deps.createLimiter ?? memoryLimiter))
  }
  const clientAddress = clientAddressReader(deps.trustedProxies)
  return {
    context: deps.context,
    authenticate: (token, accepted) => deps.authenticate(token, accepted),
    presume: deps.presume,
    idempotency: deps.idempotency,
    keepOpen: (request) => sockets.keepOpen(request),
    limitOf(policy) {
      if (deps.rateLimit === undefined) return undefined
      const limit = limits.get(policy)
      if (limit === undefined) throw new Error(`No rate limit is configured for the policy ${policy}`)
      return limit
    },
    addressOf: (request) =>
      clientAddress(sockets.addressOf(request) ?? 'local', request.headers.get('x-forwarded-for')),
  }
}

/** Creates an app's responders, each of which builds a response, completes it, reports it once, and sends it. */
export function createResponders<Context extends object, Principal extends AnyPrincipal>(
  deps: BinderDeps<Context, Principal>,
  sockets: Sockets,
): Responders {
  const cors = new Cors(deps.cors)
  const shared: SharedHeaders = { cors, https: deps.https }
  const routeDeps = routeDepsOf(deps, sockets)
  const compressed = compressedBodies()
  const sampled = deps.responseViolations === 'log'

  const onError = (error: unknown, requestId: string) => {
    try {
      deps.onError(error, requestId)
    } catch {
      // Reporting itself failed; the client should still get a response.
    }
  }

  const send = (
    exchange: Exchange,
    response: OutgoingResponse,
    isHead: boolean,
    route?: string,
    operationId?: string,
  ) => {
    const { request, requestId, startedAt, userId } = exchange
    const { method } = request
    const durationMs = performance.now() - startedAt
    try {
      deps.onResponse({ operationId, method, route, status: response.status, durationMs, requestId, userId })
    } catch (error) {
      onError(error, requestId)
    }
    return webResponse(response, isHead)
  }

  return {
    operation(operation, handler) {
      const run = operationRoute(operation, handler, routeDeps)
      const rules: ResponseRules = {
        security: operation.security,
        cacheControl: cacheControl(operation),
        check: sampled ? responseCheck(operation, sampledItems) : responseCheck(operation),
        isChecked: sampled ? checkSampling() : () => true,
        conditional: operation.method === 'get' && operation.responses[304] !== undefined,
      }
      const compress = compressor(operation, compressed)
      const policy = { violations: deps.responseViolations, onError }
      return async (request, isHead) => {
        const exchange = exchangeOf(request)
        let response: OutgoingResponse
        try {
          requireOneHost(request)
          response = await run(exchange)
        } catch (error) {
          response = errorResponse(exchange, error, onError)
        }
        const checked = completeResponse(response, exchange, shared, rules, policy)
        const encoded = compress(checked instanceof Promise ? await checked : checked, exchange, isHead)
        const outgoing = encoded instanceof Promise ? await encoded : encoded
        return send(exchange, outgoing, isHead, operation.path, operation.id)
      }
    },

    error: (error, route) => (request, isHead) => {
      const exchange = exchangeOf(request)
      const response = errorResponse(exchange, error, onError)
      headersOf(response, exchange, shared)
      return send(exchange, response, isHead, route)
    },

    options: (route, allow, requestHeaders) => (request, isHead) => {
      const exchange = exchangeOf(request)
      const response: OutgoingResponse = {
        status: 204,
        mediaType: undefined,
        headers: { Allow: allow },
        body: null,
      }
      headersOf(response, exchange, shared)
      cors.addPreflight(response.headers, request, allow, requestHeaders)
      return send(exchange, response, isHead, route)
    },
  }
}
