import type { TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import './formats.ts'

/** A compiled schema; `Errors` is slow and meant for values that failed. */
export type Check = TypeCheck<TSchema>

const compiled = new WeakMap<TSchema, Check>()

/**
 * Compiles a schema once. Call it only when there is a value to check: compiling every schema would take
 * a tenth of the startup time.
 */
export function checkOf(schema: TSchema): Check {
  const known = compiled.get(schema)
  if (known) return known
  const check = TypeCompiler.Compile(schema)
  compiled.set(schema, check)
  return check
}
