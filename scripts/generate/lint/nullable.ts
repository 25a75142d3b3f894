import type { Contract } from '../contract.ts'
import type { Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'

/** `oneOf: [{ $ref }, { type: 'null' }]` becomes a union, which is equivalent only if the `$ref` has no null. */
export function lintNullable(contract: Contract, schema: Schema, schemas: Schemas): void {
  if (schema.kind !== 'types') return
  for (const member of schema.of) {
    if (member.kind === 'ref' && acceptsNull(member, schemas)) {
      contract.report(member.path, 'already allows null')
    }
  }
}

function acceptsNull(schema: Schema, schemas: Schemas): boolean {
  const found = schemas.resolve(schema)
  switch (found?.kind) {
    case 'any':
    case 'null':
      return true
    case 'enum':
      return found.values.includes(null)
    case 'types':
      return found.of.some((inner) => acceptsNull(inner, schemas))
    default:
      return false
  }
}
