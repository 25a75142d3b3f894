import { bearerToken, unauthorized } from './bearer.ts'
import { networkOf } from './client-address.ts'
import type { Client } from './contract-types.ts'
import type { AnyPrincipal, BinderDeps } from './deps.ts'
import type { Exchange } from './exchange.ts'
import { type AnyAnswer, answerReader } from './handler-answer.ts'
import { fingerprintOf, type KeptAnswer } from './idempotency.ts'
import type { Operation } from './operation.ts'
import type { RateLimit } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import type { Reply } from './reply.ts'
import { type ReadRequest, requestReader } from './request-reader.ts'

/** A handler, as the binder sees it: `Handlers` has held it to its operation. */
export type AnyHandler = (request: Readonly<Record<string, unknown>>) => AnyAnswer | Promise<AnyAnswer>

/** What the routes of one app share. */
export interface RouteDeps<Context, Principal extends AnyPrincipal>
  extends Pick<BinderDeps<Context, Principal>, 'context' | 'authenticate' | 'idempotency'> {
  /** The limit of a policy; `undefined` when limits are off. */
  limitOf(policy: string): RateLimit | undefined
  /** The address that limits count by until somebody is known. */
  addressOf(request: Request): string
}

/**
 * The way of every request of an operation, from its rate limit to its handler's answer. Throws a `Refusal` where it ends
 * early.
 */
export function operationRoute<Context extends object, Principal extends AnyPrincipal>(
  operation: Operation,
  handler: AnyHandler,
  deps: RouteDeps<Context, Principal>,
): (exchange: Exchange) => Promise<Reply> {
  const limit = operation.rateLimit === undefined ? undefined : deps.limitOf(operation.rateLimit)
  const readRequest = requestReader(operation)
  const readAnswer = answerReader(operation)

  const count = async (exchange: Exchange, principal: Principal | undefined) => {
    if (limit === undefined) return
    const key = principal ? principal.user.id : networkOf(deps.addressOf(exchange.request))
    exchange.rate = await limit(key)
  }

  /** Read only when asked for: few handlers do. */
  const clientOf = (request: Request): Client => ({
    get address() {
      return deps.addressOf(request)
    },
    get userAgent() {
      return request.headers.get('user-agent') ?? undefined
    },
  })

  const authenticate = async (exchange: Exchange): Promise<Principal | undefined> => {
    const token = bearerToken(exchange.request)
    if (token === undefined) {
      if (operation.security === 'required') throw unauthorized('unauthorized')
      return undefined
    }
    const result = await deps.authenticate(token)
    if ('failure' in result) throw unauthorized(result.failure)
    exchange.userId = result.principal.user.id
    return result.principal
  }

  /** Whoever fails to authenticate has made a request too: it counts against the address that it came from. */
  const admit = async (exchange: Exchange): Promise<Principal | undefined> => {
    let principal: Principal | undefined
    try {
      if (operation.security !== 'none') principal = await authenticate(exchange)
    } catch (error) {
      await count(exchange, undefined)
      throw error
    }
    await count(exchange, principal)
    return principal
  }

  const call = async (
    exchange: Exchange,
    context: Context,
    principal: Principal | undefined,
    { parts }: ReadRequest,
  ): Promise<Reply> => {
    const request: Record<string, unknown> = { ...context, ...parts, client: clientOf(exchange.request) }
    if (operation.security !== 'none') request.principal = principal
    return readAnswer(await handler(request), exchange)
  }

  const callOnce = async (
    exchange: Exchange,
    principal: Principal,
    key: string,
    read: ReadRequest,
  ): Promise<Reply> => {
    const { path, query } = exchange.target
    const fingerprint = fingerprintOf(operation.id, path, query, read.bodyText)
    let fresh: Reply | undefined
    const outcome = await deps.idempotency.run(
      { principal, key, fingerprint, operationId: operation.id },
      async (context) => {
        fresh = await call(exchange, context, principal, read)
        return keptAnswerOf(fresh)
      },
    )
    if (outcome.kind === 'reused') {
      const errors = [
        { header: 'Idempotency-Key', code: 'unique', message: 'Was used for another request.' },
      ] as const
      const detail = 'The Idempotency-Key was used for another request.'
      throw new Refusal(422, { code: 'idempotency_key_reused', detail, errors })
    }
    if (!outcome.replayed && fresh !== undefined) return fresh
    return replyOfKept(outcome.answer, operation)
  }

  return async (exchange) => {
    const principal = await admit(exchange)
    const read = await readRequest(exchange)
    return read.idempotencyKey === undefined || principal === undefined
      ? call(exchange, deps.context, principal, read)
      : callOnce(exchange, principal, read.idempotencyKey, read)
  }
}

const mediaTypeHeader = 'Content-Type'

function keptAnswerOf({ status, headers, mediaType, body }: Reply): KeptAnswer {
  if (body !== null && typeof body !== 'string')
    throw new Error('Only an answer of text can be kept for a retry')
  return {
    status,
    headers: mediaType === undefined ? headers : { ...headers, [mediaTypeHeader]: mediaType },
    body,
  }
}

function replyOfKept({ status, headers: kept, body }: KeptAnswer, operation: Operation): Reply {
  const headers = { ...kept }
  const mediaType = headers[mediaTypeHeader]
  delete headers[mediaTypeHeader]
  if (operation.responses[status]?.headers['Idempotency-Replayed']) headers['Idempotency-Replayed'] = 'true'
  return { status, mediaType, headers, body }
}
