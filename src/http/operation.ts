import type { TSchema } from '@sinclair/typebox'

/** The methods that the contract uses. HEAD and OPTIONS are handled by the binder. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Who may call an operation: anyone, anyone with an optional token, or only callers with a token. */
export type Security = 'none' | 'optional' | 'required'

/** The security schemes that an operation accepts, each with the scopes that it needs. Empty: anyone may call. */
export type Schemes = Readonly<Record<string, readonly string[]>>

/** How a parameter's text is converted to the value that its schema checks. */
export type Coercion = 'string' | 'integer' | 'number' | 'boolean'

/** One parameter of the path, the query or the headers. */
export interface Parameter {
  readonly name: string
  readonly required: boolean
  /** For the value, or for each item if `list` is set. */
  readonly coerce: Coercion
  /** `style: form`: `repeat` for `explode: true` (`a=1&a=2`), `comma` for `explode: false` (`a=1,2`). */
  readonly list?: 'repeat' | 'comma'
  readonly schema: TSchema
}

/** The response that an operation declares for one status. */
export interface ResponseSpec {
  /** Set if the body has a member with `x-secret: true`, such as a token; it is then never compressed. */
  readonly secret?: true
  /** By media type. Absent: no body. */
  readonly content?: Readonly<Record<string, TSchema>>
  /** By name, spelled as in the contract. */
  readonly headers: Readonly<Record<string, { readonly required: boolean; readonly schema: TSchema }>>
}

/** An operation of the contract, as `generated/operations.ts` lists it and the binder serves it. */
export interface Operation {
  readonly id: string
  readonly method: Method
  /** As in the contract: `/api/workouts/{id}`. */
  readonly path: string
  readonly tag: string
  readonly security: Security
  readonly schemes: Schemes
  /** The policy of `x-rate-limit`; absent for operations that are never limited. */
  readonly rateLimit?: string
  readonly parameters: {
    readonly path: readonly Parameter[]
    readonly query: readonly Parameter[]
    readonly header: readonly Parameter[]
  }
  readonly requestBody?: {
    readonly required: boolean
    /** The limit in bytes; if absent, `maxBodyBytes`. */
    readonly limit?: number
    /** The list whose items are validated one by one: see `validateEach`. */
    readonly validateEach?: {
      /** The body's member that holds the list. */
      readonly list: string
      /** The member that identifies an item. */
      readonly id: string
    }
    /** By media type. */
    readonly content: Readonly<Record<string, TSchema>>
  }
  /** By status. */
  readonly responses: Readonly<Record<number, ResponseSpec>>
}
