import type { Contract } from '../contract.ts'
import type { Schemas } from '../walk.ts'

/** Go's generated clients name the constructor of a type `Thing` `NewThing`, so a type of that name doesn't compile. */
export function lintNames(contract: Contract, schemas: Schemas): void {
  const objects = new Map(
    schemas.all.filter(({ schema }) => schema.kind === 'object').map((named) => [named.name, named]),
  )
  for (const [name, { schema }] of objects) {
    const constructed = name.startsWith('New') ? name.slice('New'.length) : undefined
    if (constructed !== undefined && objects.has(constructed)) {
      contract.report(schema.path, `is named like the constructor of ${constructed} in clients in Go`)
    }
  }
}
