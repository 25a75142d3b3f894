import type { OperationFacts, operations, Schemas } from '#generated/types.ts'
import type { WithJsonText } from '#lib/json-text.ts'
import type { Security } from './operation.ts'

/** The name of an operation of the contract. */
export type OperationId = keyof operations

/** The error codes, which never change their meaning. */
export type ProblemCode = Schemas['Problem']['code']

/** One error in a request, and its location. */
export type FieldProblem = NonNullable<Schemas['Problem']['errors']>[number]

/**
 * How a handler describes a failure; the binder adds `type`, `title`, `status`, `instance` and `requestId`.
 */
export interface ProblemDraft {
  readonly code: ProblemCode
  /** For people; never echoes the request. */
  readonly detail: string
  readonly errors?: readonly FieldProblem[]
  /** With `name_taken`: the id of the resource that has the name. */
  readonly existingId?: string
  /** Whole seconds, for `Retry-After`. */
  readonly retryAfterSeconds?: number
}

/**
 * `If-Match`, parsed: `*`, or the revisions that its entity tags name (empty if the server issued none of
 * them).
 */
export type Precondition = { readonly any: true } | { readonly revisions: readonly number[] }

/** The body of a response that isn't JSON. */
export type RawBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>

/** JSON too large to hold in memory, streamed as text. Tests check it against the contract; types can't. */
export type JsonStream = ReadableStream<Uint8Array<ArrayBuffer>>

/** Header parameters that the binder handles itself; handlers don't see them. */
type BinderHeader = 'If-Match' | 'If-None-Match' | 'Idempotency-Key' | 'X-Request-Id'

/** A property if the contract declares it, and nothing for `never`. */
type Part<Name extends string, Value> = [Value] extends [never] ? unknown : { readonly [K in Name]: Value }

/** An object type without its index signature. */
type WithoutIndexSignature<T> = { [K in keyof T as string extends K ? never : K]: T[K] }

type OrNever<T> = keyof T extends never ? never : T

type Parameters<Id extends OperationId> = operations[Id]['parameters']

type Query<Params, Defaulted> = [Params] extends [never]
  ? never
  : { [K in keyof Params as K extends Defaulted ? never : K]: Params[K] } & {
      [K in keyof Params as K extends Defaulted ? K : never]-?: Params[K]
    }

type Headers<Params> = [Params] extends [never]
  ? never
  : OrNever<{ [K in keyof Params as K extends BinderHeader ? never : Lowercase<K & string>]: Params[K] }>

type BodyIn<RequestBody> = [RequestBody] extends [never]
  ? never
  : RequestBody extends { content: infer Content }
    ? Content[keyof Content]
    : never

/** The body's type: optional where the contract doesn't require one, `never` where it declares none. */
type Body<Declared> = Declared extends { requestBody: infer RequestBody }
  ? BodyIn<RequestBody>
  : Declared extends { requestBody?: infer RequestBody }
    ? [NonNullable<RequestBody>] extends [never]
      ? never
      : BodyIn<NonNullable<RequestBody>> | undefined
    : never

/**
 * An item of a list whose items are validated one by one (`x-validate-each`). An invalid one comes with its
 * problems, whose pointers start at the body's root, and with its id if that is valid.
 */
export type ValidatedItem<Item> =
  | { readonly valid: true; readonly item: Item }
  | { readonly valid: false; readonly problems: readonly FieldProblem[]; readonly id?: string }

/** An operation's body, with the items of its `x-validate-each` list, if any, validated. */
type WithValidated<Content, List> = [List] extends [never]
  ? Content
  : { readonly [K in keyof Content]: K extends List ? ValidatedItems<Content[K]> : Content[K] }

type ValidatedItems<List> = List extends readonly (infer Item)[] ? readonly ValidatedItem<Item>[] : never

/** Completes a problem within a body the way the binder completes a problem response. */
export type ProblemOf = (status: number, problem: ProblemDraft) => Schemas['Problem']

/** `If-Match`, for operations that declare it. */
type IfMatch<Params> = [Params] extends [never]
  ? never
  : 'If-Match' extends keyof Params
    ? Precondition
    : never

interface SecurityFacts {
  readonly security: Security
  readonly schemes: string
}

/** The principal of the accepted scheme, or a union if there are several. */
type PrincipalPart<Facts extends SecurityFacts, Principals> = Facts['security'] extends 'required'
  ? { readonly principal: Principals[Facts['schemes'] & keyof Principals] }
  : Facts['security'] extends 'optional'
    ? { readonly principal: Principals[Facts['schemes'] & keyof Principals] | undefined }
    : unknown

/** Where a request came from. */
export interface Client {
  /** The caller's address, as reported by trusted proxies. */
  readonly address: string
  /** Aborted when the caller disconnects. */
  readonly signal: AbortSignal
  /** The caller's `User-Agent`. */
  readonly userAgent: string | undefined
  /** Whether the request comes directly from this machine, not through a proxy. */
  readonly isLocal: boolean
  /** The bearer token, for an operation with its own kind of token; an access token is in `principal`. */
  readonly bearerToken: string | undefined
}

/**
 * The request that an operation's handler receives: the app's context, the caller (`client`), and whatever the
 * operation declares (`path`, `query`, `headers` under lowercase names, `body`, `ifMatch`), parsed, coerced,
 * filled with defaults and valid. Items of an `x-validate-each` list are validated separately; `problemOf`
 * describes an invalid one.
 */
export type RequestOf<Id extends OperationId, Context, Principals> = Context & {
  readonly client: Client
} & PrincipalPart<OperationFacts[Id], Principals> &
  Part<'path', NonNullable<Parameters<Id>['path']>> &
  Part<'query', Query<NonNullable<Parameters<Id>['query']>, OperationFacts[Id]['defaults']>> &
  Part<'headers', Headers<NonNullable<Parameters<Id>['header']>>> &
  Part<'body', WithValidated<Body<operations[Id]>, OperationFacts[Id]['validated']>> &
  Part<'problemOf', [OperationFacts[Id]['validated']] extends [never] ? never : ProblemOf> &
  Part<'ifMatch', IfMatch<NonNullable<Parameters<Id>['header']>>>

type ResponseHeaders<Response> = Response extends { headers: infer Declared }
  ? OrNever<WithoutIndexSignature<Declared>>
  : never

type HeadersPart<Response> = [ResponseHeaders<Response>] extends [never]
  ? unknown
  : { readonly headers?: Partial<ResponseHeaders<Response>> }

type JsonBody<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never

/** The current representation, whose ETag a 412 response includes. */
type Current<Responses> = Responses extends { 200: infer Response }
  ? [JsonBody<Response>] extends [never]
    ? { revision: number }
    : JsonBody<Response>
  : { revision: number }

type ProblemResponse<Status, Responses> =
  | { readonly status: Status; readonly problem: ProblemDraft }
  | (Status extends 412
      ? { readonly status: Status; readonly current: WithJsonText<Current<Responses>> }
      : never)

type ContentResponse<Status, Content, Responses> = {
  [Media in keyof Content]: Media extends 'application/problem+json'
    ? ProblemResponse<Status, Responses>
    : Media extends 'application/json'
      ?
          | { readonly status: Status; readonly body: WithJsonText<Content[Media]> }
          | { readonly status: Status; readonly body: JsonStream; readonly mediaType: Media }
      : { readonly status: Status; readonly body: RawBody; readonly mediaType: Media }
}[keyof Content]

type DeclaredResponse<Status, Response, Responses> = HeadersPart<Response> &
  (Response extends { content: infer Content }
    ? ContentResponse<Status, Content, Responses>
    : { readonly status: Status; readonly body?: never })

/**
 * A response that an operation's handler may return: one of the declared statuses with the body declared for it.
 * For a 412, the handler returns only `current`, and the binder writes the problem and the ETag.
 */
export type ResponseOf<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: DeclaredResponse<
    Status,
    operations[Id]['responses'][Status],
    operations[Id]['responses']
  >
}[keyof operations[Id]['responses']]
