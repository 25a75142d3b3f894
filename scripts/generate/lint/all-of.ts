import type { Contract } from '../contract.ts'
import type { Property, Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'

/**
 * `allOf` becomes one object with the properties of all members, which is equivalent only for open
 * objects without common properties: a closed one would reject the properties of the others.
 */
export function lintAllOf(
  contract: Contract,
  schema: Schema,
  schemas: Schemas,
  recursive: ReadonlySet<string>,
): void {
  if (schema.kind !== 'allOf') return
  const owners = new Map<string, Schema>()
  for (const member of schema.members) {
    if (member.kind === 'ref' && recursive.has(member.name)) {
      contract.report(member.path, 'refers to itself, so it cannot be merged with others')
    }
    const properties = propertiesOf(contract, member, schemas)
    for (const { name } of properties ?? []) {
      if (owners.has(name))
        contract.report(member.path, `another schema in the list also has the property ${name}`)
      owners.set(name, member)
    }
  }
}

function propertiesOf(contract: Contract, member: Schema, schemas: Schemas): readonly Property[] | undefined {
  const found = schemas.resolve(member)
  if (found?.kind === 'object') {
    if (found.additional !== undefined) {
      contract.report(
        member.path,
        'is closed or has others; use unevaluatedProperties: false next to allOf instead',
      )
    }
    if (found.minProperties !== undefined || found.maxProperties !== undefined) {
      contract.report(member.path, 'counts its properties, but would also count those of the others')
    }
    return found.properties
  }
  if (found?.kind === 'allOf' && !found.closed) {
    return found.members.flatMap((inner) => propertiesOf(contract, inner, schemas) ?? [])
  }
  if (found) contract.report(member.path, 'is not an open object')
  return undefined
}
