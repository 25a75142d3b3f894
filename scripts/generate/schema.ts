import type { FormatName } from '#http/validation/formats.ts'
import type { MemberRule } from '#http/validation/member-rules.ts'
import type { Json, Path } from './json.ts'

/** The bounds of a number. */
export interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

/** The representation of a number: https://spec.openapis.org/oas/v3.1.1#data-type-format */
export type NumberFormat = 'double' | 'int32' | 'int64'

/** A named member of an object. */
export interface Property {
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
}

/** Constraints on an object's members if its discriminating member has one of these values. */
export interface Case {
  readonly values: readonly string[]
  readonly properties: readonly Property[]
}

/** The cases of an object, discriminated by a required member; each of its values belongs to one case. */
export interface Cases {
  readonly member: string
  readonly cases: readonly Case[]
}

/** A schema of a `oneOf`, and the discriminator values mapped to it. */
export interface Branch {
  readonly name: string
  readonly values: readonly string[]
}

type Shape =
  | { readonly kind: 'any' | 'boolean' | 'null' }
  /** Bytes, as a part of a `multipart/form-data` body. */
  | { readonly kind: 'file'; readonly minLength?: number }
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'const'; readonly value: Json }
  | { readonly kind: 'enum'; readonly values: readonly (string | number | boolean | null)[] }
  | {
      readonly kind: 'string'
      readonly minLength?: number
      readonly maxLength?: number
      readonly pattern?: string
      /** `x-requirement`: what the pattern requires, for the message "Must …". */
      readonly requirement?: string
      readonly format?: FormatName
      /** `x-secret`: a response that contains it is never compressed. */
      readonly secret: boolean
    }
  | { readonly kind: 'number' | 'integer'; readonly bounds: Bounds; readonly format?: NumberFormat }
  | {
      readonly kind: 'array'
      readonly items: Schema
      readonly minItems?: number
      readonly maxItems?: number
      readonly uniqueItems: boolean
    }
  | {
      readonly kind: 'object'
      readonly properties: readonly Property[]
      readonly minProperties?: number
      readonly maxProperties?: number
      /**
       * The allowed other members: none, any, or those matching a schema. `undefined` if the contract
       * doesn't specify it.
       */
      readonly additional: Schema | boolean | undefined
      readonly rules: readonly MemberRule[]
      readonly cases?: Cases
    }
  /** One of several schemas of different types: `type: [a, b]`, or a reference or null. */
  | { readonly kind: 'types'; readonly alternatives: readonly Schema[] }
  | { readonly kind: 'oneOf'; readonly discriminator: string; readonly branches: readonly Branch[] }
  /** Members are references to objects, or objects. `closed`: `unevaluatedProperties: false`. */
  | { readonly kind: 'allOf'; readonly members: readonly Schema[]; readonly closed: boolean }

/** A schema of the contract, in the keywords that the generator supports. */
export type Schema = Shape & { readonly path: Path; readonly default?: Json }

/** A schema of `components/schemas`. */
export interface NamedSchema {
  readonly name: string
  readonly description?: string
  readonly schema: Schema
}
