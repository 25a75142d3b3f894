import type { ContractNode } from '../contract.ts'
import { parsePointer } from '../json.ts'
import type { Branch, Schema } from '../schema.ts'
import { annotations } from './keywords.ts'

type ReadSchema = (node: ContractNode) => Schema

/**
 * Reads `oneOf: [{ $ref }, { type: 'null' }]`, or `oneOf` with a discriminator and a complete mapping
 * (https://spec.openapis.org/oas/v3.1.1#discriminator-object).
 */
export function readOneOf(node: ContractNode, readSchema: ReadSchema): Schema {
  node.rejectOtherKeys(['oneOf', 'discriminator', ...annotations], 'a schema with oneOf')
  const { path } = node
  const discriminator = node.at('discriminator')
  const nullable = discriminator.isPresent ? undefined : readNullable(node.at('oneOf'), readSchema)
  if (nullable) return { kind: 'types', alternatives: nullable, path }
  if (!discriminator.isPresent) {
    node
      .at('oneOf')
      .report(
        'needs a discriminator (a property with a different literal in each schema), or must be a $ref and null',
      )
    return { kind: 'any', path }
  }
  discriminator.rejectOtherKeys(['propertyName', 'mapping'], 'a discriminator')
  const nameOf = new Map(
    discriminator
      .at('mapping')
      .members()
      .map((member) => [member, parsePointer(member.text())?.at(-1)]),
  )
  const branches = node
    .at('oneOf')
    .items()
    .flatMap((item): Branch[] => {
      const schema = readSchema(item)
      if (schema.kind !== 'ref') {
        item.report('must be a $ref, so that the mapping can refer to it')
        return []
      }
      const values = [...nameOf].filter(([, name]) => name === schema.name).map(([member]) => member.key)
      return [{ name: schema.name, values }]
    })
  for (const [member, name] of nameOf) {
    if (!branches.some((branch) => branch.name === name)) member.report('is not one of the schemas of oneOf')
  }
  return { kind: 'oneOf', discriminator: discriminator.at('propertyName').text(), branches, path }
}

/** Reads `[{ $ref }, { type: 'null' }]`; undefined for any other list. */
function readNullable(node: ContractNode, readSchema: ReadSchema): Schema[] | undefined {
  const [reference, nullSchema, ...more] = node.items()
  const isNullable =
    more.length === 0 && nullSchema?.at('type').value === 'null' && reference?.at('$ref').isPresent === true
  return isNullable ? [readSchema(reference), readSchema(nullSchema)] : undefined
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1 */
export function readAllOf(node: ContractNode, readSchema: ReadSchema): Schema {
  node.rejectOtherKeys(
    ['allOf', 'unevaluatedProperties', ...annotations],
    'a schema with allOf; put it in a schema in the list',
  )
  const unevaluated = node.at('unevaluatedProperties')
  if (unevaluated.isPresent && unevaluated.value !== false) unevaluated.report('can only be false')
  const members = node.at('allOf').items().map(readSchema)
  if (members.length === 0) node.at('allOf').report('must contain at least one schema')
  return { kind: 'allOf', members, closed: unevaluated.value === false, path: node.path }
}
