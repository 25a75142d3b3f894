import type { TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import './formats.ts'

/** A compiled schema. Call the slow `Errors` only for values that `Check` rejects. */
export type Check = TypeCheck<TSchema>

const compiled = new WeakMap<TSchema, Check>()

/**
 * Compiles a schema once. Call it only when there is a value to check: compiling every schema would take
 * a tenth of the startup time.
 */
export function checkOf(schema: TSchema): Check {
  const cached = compiled.get(schema)
  if (cached) return cached
  const check = TypeCompiler.Compile(schema)
  compiled.set(schema, check)
  return check
}
