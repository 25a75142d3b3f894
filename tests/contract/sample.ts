import type { operations as Declared } from '#generated/types.ts'
import type { OperationId } from '#http/contract-types.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'

/** The body of an operation. */
type BodyOf<Id extends OperationId> = Declared[Id] extends { requestBody?: infer Given }
  ? NonNullable<Given> extends { content: infer Content }
    ? Content[keyof Content]
    : never
  : never

/** The text of each path parameter, by name. */
type PathOf<Id extends OperationId> = Declared[Id] extends { parameters: { path: infer Path } }
  ? { readonly path: { readonly [Name in keyof Path]: string } }
  : { readonly path?: undefined }

type BodyPart<Id extends OperationId> = [BodyOf<Id>] extends [never]
  ? { readonly bodies?: undefined }
  : { readonly bodies: readonly [BodyOf<Id>, ...BodyOf<Id>[]] }

/**
 * A valid request, from which all invalid ones are derived. Its bodies together have every field in the
 * contract; the query has every parameter except the cursor.
 */
type SampleOf<Id extends OperationId> = PathOf<Id> &
  BodyPart<Id> & {
    readonly query?: Readonly<Record<string, string>>
    /** The headers that the operation needs. */
    readonly headers?: Readonly<Record<string, string>>
    /** The default is the user's own. */
    readonly token?: string
  }

/** The caller, and the app. */
export interface Caller {
  readonly app: TestApp
  readonly user: TestUser
}

/** Creates a new sample of an operation, and the objects that it refers to. */
export type Sampler<Id extends OperationId> = (caller: Caller) => SampleOf<Id> | Promise<SampleOf<Id>>
