import type { Contract } from '../contract.ts'
import type { Schema } from '../schema.ts'

const maxInt32 = 2147483647

/**
 * Every number must have a format, because client generators choose one otherwise: a `number` becomes
 * a 32-bit float in Go, an `integer` 32 bits in Java. An integer that may exceed 32 bits must be an
 * `int64`.
 */
export function lintNumber(contract: Contract, schema: Schema): void {
  if (schema.kind === 'number' && schema.format === undefined) {
    contract.report(schema.path, 'a number needs format: double')
  }
  if (schema.kind !== 'integer') return
  const { maximum = 0, minimum = 0, exclusiveMaximum = 0, exclusiveMinimum = 0 } = schema.bounds
  const largest = Math.max(...[maximum, minimum, exclusiveMaximum, exclusiveMinimum].map(Math.abs))
  if (schema.format === undefined) contract.report(schema.path, 'an integer needs format: int32 or int64')
  else if (schema.format === 'int32' && largest > maxInt32) {
    contract.report(schema.path, 'its bounds exceed int32, so it needs format: int64')
  }
}
