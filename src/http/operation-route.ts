import { primaryError } from '#lib/primary-error.ts'
import { Unavailable } from '#lib/unavailable.ts'
import type { AnyPrincipal, Authentication, BinderDeps, Presumption } from './binder-deps.ts'
import type { ProblemOf } from './contract-types.ts'
import type { Exchange } from './exchange.ts'
import type { Operation } from './operation.ts'
import { fingerprintOf, replayedResponse, storedResponseOf } from './policies/idempotency.ts'
import type { RateLimit } from './policies/rate-limit.ts'
import { presumesSession } from './presumption.ts'
import { bearerToken, unauthorized } from './request/bearer.ts'
import { maxBodyBytes, readBody } from './request/body.ts'
import { RequestClient } from './request/client.ts'
import { networkOf } from './request/client-address.ts'
import { requestReader, type ValidRequest } from './request/request-reader.ts'
import { isLongList, longListText } from './response/long-list.ts'
import type { OutgoingResponse } from './response/outgoing.ts'
import { problemBody } from './response/problem.ts'
import { ProblemError } from './response/problem-error.ts'
import { type HandlerResponse, responseReader } from './response/read-handler-response.ts'
import { FieldProblems } from './validation/field-problems.ts'

/** A handler as the binder calls it; `Handlers` has checked its types against the operation. */
export interface AnyHandler {
  (request: AnyRequest, prepared?: AsyncDisposable): HandlerResponse | Promise<HandlerResponse>
  /** The first of two steps; see `inTwoSteps`. */
  readonly prepare?: (request: AnyRequest) => Promise<AsyncDisposable>
}

type AnyRequest = Readonly<Record<string, unknown>>

/** The dependencies that all routes of an app share. */
export interface RouteDeps<Context, Principal extends AnyPrincipal>
  extends Pick<BinderDeps<Context, Principal>, 'context' | 'authenticate' | 'presume' | 'idempotency'> {
  /** A policy's limit; `undefined` when limits are off. */
  limitOf(policy: string): RateLimit | undefined
  /**
   * Keeps a request's connection open until the result is disposed of: two-step work may take minutes on
   * a slow machine, longer than an idle connection stays open.
   */
  keepOpen(request: Request): Disposable
  /** The address from which a request came. */
  addressOf(request: Request): string
}

/**
 * Processes a request of an operation, from its token to its handler's response. Throws a `ProblemError`
 * to end early. Never awaits a value that is already available, because each unnecessary `await` shows up in
 * the benchmarks.
 */
export function operationRoute<Context extends object, Principal extends AnyPrincipal>(
  operation: Operation,
  handler: AnyHandler,
  deps: RouteDeps<Context, Principal>,
): (exchange: Exchange) => Promise<OutgoingResponse> {
  const { security, schemes, requestBody } = operation
  const limit = operation.rateLimit === undefined ? undefined : deps.limitOf(operation.rateLimit)
  const bodyRules = requestBody && {
    mediaTypes: Object.keys(requestBody.content),
    required: requestBody.required,
    limit: requestBody.limit ?? maxBodyBytes,
  }
  const readRequest = requestReader(operation)
  const readResponse = responseReader(operation)

  const countRequest = async (limit: RateLimit, exchange: Exchange, principal: Principal | undefined) => {
    exchange.rate = await limit(principal?.user.id ?? networkOf(deps.addressOf(exchange.request)))
  }

  const requestOf = (
    exchange: Exchange,
    context: Context,
    principal: Principal | undefined,
    { parts }: ValidRequest,
  ) => {
    const client = new RequestClient(exchange.request, deps.addressOf)
    const request: Record<string, unknown> = { ...context, ...parts, client }
    if (security !== 'none') request.principal = principal
    if (requestBody?.validateEach) request.problemOf = problemOf(exchange)
    return request
  }

  const callOnce = async (
    exchange: Exchange,
    principal: Principal,
    key: string,
    validRequest: ValidRequest,
  ): Promise<OutgoingResponse> => {
    const { path, query } = exchange.target
    const fingerprint = fingerprintOf(operation.id, path, query, validRequest.bodyText)
    let newResponse: OutgoingResponse | undefined
    await using prepared = await handler.prepare?.(requestOf(exchange, deps.context, principal, validRequest))
    const outcome = await deps.idempotency.run(
      { principal, key, fingerprint, operationId: operation.id },
      async (context) => {
        const request = requestOf(exchange, context, principal, validRequest)
        newResponse = readResponse(await handler(request, prepared), exchange)
        return storedResponseOf(newResponse)
      },
    )
    if (outcome.kind === 'reused') throw keyReused()
    return outcome.replayed || newResponse === undefined
      ? replayedResponse(outcome.response, operation)
      : newResponse
  }

  const authenticate = async (token: string): Promise<Principal> => {
    const authentication = deps.authenticate(token, schemes)
    return principalOf(authentication instanceof Promise ? await authentication : authentication)
  }

  const readValid = (exchange: Exchange): ValidRequest | Promise<ValidRequest> => {
    const problems = new FieldProblems()
    if (!bodyRules) return readRequest(exchange, undefined, problems)
    const reading = readBody(exchange.request, bodyRules, problems)
    return reading.then((body) => readRequest(exchange, body, problems))
  }

  const respond = async (
    exchange: Exchange,
    context: Context,
    principal: Principal | undefined,
    validRequest: ValidRequest,
  ): Promise<OutgoingResponse> => {
    using _keptOpen = handler.prepare && deps.keepOpen(exchange.request)
    if (validRequest.idempotencyKey !== undefined && principal !== undefined) {
      return callOnce(exchange, principal, validRequest.idempotencyKey, validRequest)
    }
    const pending = handler(requestOf(exchange, context, principal, validRequest))
    const response = pending instanceof Promise ? await pending : pending
    const text = isLongList(response.body) ? await longListText(response.body) : undefined
    return readResponse(response, exchange, text)
  }

  /** Throws the error of a request, or a failed authentication instead if the token is no longer valid. */
  const fail = async (thrown: unknown, token: string | undefined): Promise<never> => {
    const error = primaryError(thrown)
    const isExpected = error instanceof ProblemError || error instanceof Unavailable
    // If another request has deleted the account in the meantime, that is the cause of the error.
    if (token !== undefined && !isExpected) await authenticate(token)
    throw error
  }

  const run = async (exchange: Exchange, attempt?: Attempt): Promise<OutgoingResponse> => {
    let token: string | undefined
    let principal: Principal | undefined
    if (security !== 'none') {
      try {
        token = bearerToken(exchange.request)
        if (token !== undefined) {
          principal = await authenticate(token)
          exchange.userId = principal.user.id
        } else if (security === 'required') throw unauthorized('unauthorized')
      } catch (error) {
        // Failed authentication counts as a request from its address.
        if (limit !== undefined) await countRequest(limit, exchange, undefined)
        throw error
      }
    }
    if (limit !== undefined) await (attempt?.counted ?? countRequest(limit, exchange, principal))

    try {
      const read = attempt?.read ?? readValid(exchange)
      const validRequest = read instanceof Promise ? await read : read
      return await respond(exchange, deps.context, principal, validRequest)
    } catch (error) {
      return fail(error, token)
    }
  }

  /** Processes a request on the presumption that its token is good; if that isn't confirmed, processes it again. */
  const presume = async (
    exchange: Exchange,
    token: string,
    { principal, context, conclude }: Presumption<Context, Principal>,
  ): Promise<OutgoingResponse> => {
    const attempt: Attempt = {}
    exchange.userId = principal.user.id
    try {
      if (limit !== undefined) {
        attempt.counted = countRequest(limit, exchange, principal)
        await attempt.counted
      }
      attempt.read = readValid(exchange)
      const response = await respond(exchange, context, principal, await attempt.read)
      if (conclude()) return response
    } catch (error) {
      // `Unavailable` ends the request: another attempt would wait for the same again, and anyone may see the message.
      if (conclude() || error instanceof Unavailable) return fail(error, token)
    }
    exchange.userId = undefined
    return run(exchange, attempt)
  }

  if (!deps.presume || !presumesSession(handler)) return run
  return (exchange) => {
    const { headers } = exchange.request
    const token = headers.has('idempotency-key') ? undefined : tokenInUsualSpelling(headers)
    const presumption = token !== undefined && deps.presume?.(token)
    return presumption ? presume(exchange, token, presumption) : run(exchange)
  }
}

/** What the presuming attempt has done, so that the next one doesn't repeat it. */
interface Attempt {
  counted?: Promise<void>
  read?: ValidRequest | Promise<ValidRequest>
}

/** The token of a request in the usual spelling; undefined in any other. */
function tokenInUsualSpelling(headers: Headers): string | undefined {
  const header = headers.get('authorization')
  return header?.startsWith(usualScheme) ? header.slice(usualScheme.length) : undefined
}

const usualScheme = 'Bearer '

function problemOf({ target, requestId }: Exchange): ProblemOf {
  return (status, problem) => problemBody(status, problem, target.path, requestId)
}

function principalOf<Principal extends AnyPrincipal>(result: Authentication<Principal>): Principal {
  if ('user' in result) return result
  throw unauthorized(result.kind)
}

function keyReused(): ProblemError {
  const detail = 'The Idempotency-Key was used for another request.'
  const errors = [
    { header: 'Idempotency-Key', code: 'reused', message: 'Was used for another request.' },
  ] as const
  return new ProblemError(422, { code: 'idempotency_key_reused', detail, errors })
}
