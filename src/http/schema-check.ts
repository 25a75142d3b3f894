import type { TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import './formats.ts'

/** A schema compiled to a function; `Errors` is slow and for values that failed. */
export type Check = TypeCheck<TSchema>

const compiled = new WeakMap<TSchema, Check>()

/**
 * Compiles a schema, once. Ask for it when a value is to be checked, not before: to compile all that the contract
 * has would take a tenth of the time of starting.
 */
export function checkOf(schema: TSchema): Check {
  const known = compiled.get(schema)
  if (known) return known
  const check = TypeCompiler.Compile(schema)
  compiled.set(schema, check)
  return check
}
