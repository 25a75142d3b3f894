import type { Contract } from '../contract.ts'
import type { Schemas } from '../walk.ts'

/**
 * Clients generated for Go give each type `Thing` a constructor `NewThing`, so a type of that name doesn't compile.
 */
export function lintNames(contract: Contract, schemas: Schemas): void {
  const objects = new Map(
    schemas.all.filter(({ schema }) => schema.kind === 'object').map((named) => [named.name, named]),
  )
  for (const [name, { schema }] of objects) {
    const constructed = name.startsWith('New') ? name.slice('New'.length) : undefined
    if (constructed !== undefined && objects.has(constructed)) {
      contract.report(schema.path, `has the name of ${constructed}'s constructor in clients generated for Go`)
    }
  }
}
