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
  const seen = new Set<string>()
  for (const member of schema.members) {
    if (member.kind === 'ref' && recursive.has(member.name)) {
      contract.report(member.path, 'refers to itself, so it cannot be merged with others')
    }
    const properties = propertiesOf(contract, member, schemas)
    for (const { name } of properties ?? []) {
      if (seen.has(name))
        contract.report(member.path, `another schema in the list also has the property ${name}`)
      seen.add(name)
    }
  }
}

function propertiesOf(contract: Contract, member: Schema, schemas: Schemas): readonly Property[] | undefined {
  const resolved = schemas.resolve(member)
  if (resolved?.kind === 'object') {
    if (resolved.additional !== undefined) {
      contract.report(
        member.path,
        'must not have additionalProperties; use unevaluatedProperties: false next to allOf instead',
      )
    }
    if (resolved.minProperties !== undefined || resolved.maxProperties !== undefined) {
      contract.report(
        member.path,
        'must not limit its number of properties, because those of the other schemas would also count',
      )
    }
    return resolved.properties
  }
  if (resolved?.kind === 'allOf' && !resolved.closed) {
    return resolved.members.flatMap((inner) => propertiesOf(contract, inner, schemas) ?? [])
  }
  if (resolved) contract.report(member.path, 'is not an open object')
  return undefined
}
