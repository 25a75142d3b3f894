import type { Contract } from '../contract.ts'
import type { Property, Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'

/** `oneOf` becomes a union, which is equivalent only if no value can satisfy two of its schemas. */
export function lintDiscriminator(contract: Contract, schema: Schema, schemas: Schemas): void {
  if (schema.kind !== 'oneOf') return
  const owners = new Map<string, string>()
  for (const [index, { name, values }] of schema.branches.entries()) {
    const path = [...schema.path, 'oneOf', index]
    const literals = literalsOf(schema.discriminator, name, schemas)
    if (!literals) {
      contract.report(
        path,
        `${name} has no required ${schema.discriminator} with a const or an enum of strings`,
      )
      continue
    }
    for (const literal of literals) {
      const owner = owners.get(literal)
      if (owner !== undefined)
        contract.report(path, `the value ${literal} of ${schema.discriminator} also belongs to ${owner}`)
      owners.set(literal, name)
    }
    if (!isSame(literals, values)) {
      const mapping = [...schema.path, 'discriminator', 'mapping']
      contract.report(mapping, `must map ${literals.join(', ')} to ${name}, and nothing else to it`)
    }
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}

/** The values of a named object's discriminating property. */
function literalsOf(property: string, name: string, schemas: Schemas): string[] | undefined {
  const object = schemas.get(name)?.schema
  const declared = object && propertiesOf(object).find((candidate) => candidate.name === property)
  const schema = declared?.required ? schemas.resolve(declared.schema) : undefined
  const values = schema?.kind === 'const' ? [schema.value] : schema?.kind === 'enum' ? schema.values : []
  const texts = values.filter((value) => typeof value === 'string')
  return texts.length > 0 && texts.length === values.length ? texts : undefined
}

function propertiesOf(schema: Schema): readonly Property[] {
  return schema.kind === 'object' ? schema.properties : []
}
