import type { Coercion, Method, Schemes, Security } from '#http/operation.ts'
import type { Path } from './json.ts'
import type { NamedSchema, Schema } from './schema.ts'
import type { Schemas } from './walk.ts'

/** A parameter of the path, the query or the headers. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly coerce: Coercion
  readonly list?: 'repeat' | 'comma'
  /** Whether its schema, or one that it refers to, has a default. */
  readonly hasDefault: boolean
  readonly schema: Schema
  /** The location of its declaration, which several operations share if it is under `components`. */
  readonly path: Path
}

/** A response header. */
export interface Header {
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
  readonly path: Path
}

/** A schema for each media type. */
export type Content = readonly { readonly mediaType: string; readonly schema: Schema }[]

/** `x-validate-each`: the items of a list in the body are validated one by one, each identified by its id. */
export interface ValidateEach {
  /** The body's member that contains the list. */
  readonly list: string
  /** The item's member that identifies it. */
  readonly id: string
  readonly path: Path
}

/** An operation's request body. */
export interface RequestBody {
  readonly required: boolean
  /** In bytes, if `x-body-limit` differs from the binder's default. */
  readonly limit?: number
  readonly validateEach?: ValidateEach
  readonly content: Content
}

/** The response for one status. */
export interface Response {
  readonly status: number
  readonly content: Content
  readonly headers: readonly Header[]
  readonly path: Path
}

/** An operation, with everything resolved except the references to named schemas. */
export interface Operation {
  readonly id: string
  readonly method: Method
  readonly url: string
  readonly tag: string
  readonly summary: string
  readonly security: Security
  readonly schemes: Schemes
  /** Whether the operation itself declares it. */
  readonly declaresSecurity: boolean
  readonly rateLimit?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses: readonly Response[]
  readonly path: Path
}

/** The normalized contract for the emitters. */
export interface Model {
  readonly operations: readonly Operation[]
  readonly schemas: Schemas
  /** In dependency order, cycles aside. */
  readonly groups: readonly SchemaGroup[]
}

/** Schemas that refer to each other in a cycle, or a single one that does not. */
export interface SchemaGroup {
  readonly recursive: boolean
  readonly schemas: readonly NamedSchema[]
}

/** The schemas of an operation: of its parameters, its request body, and its responses. */
export function schemasOf({ parameters, requestBody, responses }: Operation): Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(requestBody?.content ?? []).map(({ schema }) => schema),
    ...responses.flatMap(({ content, headers }) => [...content, ...headers].map(({ schema }) => schema)),
  ]
}
