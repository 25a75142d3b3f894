import type { ContractNode } from '../contract.ts'
import type { Property, Schema } from '../schema.ts'
import { readCases } from './cases.ts'
import { readRules } from './rules.ts'
import { readCounts } from './value.ts'

type ReadSchema = (node: ContractNode) => Schema

/** https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1.2 */
export function readArray(node: ContractNode, readSchema: ReadSchema): Schema {
  return {
    kind: 'array',
    items: readSchema(node.at('items')),
    uniqueItems: node.at('uniqueItems').flag(false),
    ...readCounts(node, 'minItems', 'maxItems'),
    path: node.path,
  }
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
export function readObject(node: ContractNode, readSchema: ReadSchema): Schema {
  const properties = readProperties(node, readSchema)
  const additional = readAdditional(node.at('additionalProperties'), readSchema)
  if (properties.length === 0 && additional === undefined) {
    node.report('without properties, additionalProperties must be true, false or a schema')
  }
  if (properties.length > 0 && typeof additional === 'object') {
    node
      .at('additionalProperties')
      .report("a schema for other members can't be combined with properties, since no type would be accurate")
  }
  const cases = readCases(node, properties, readSchema)
  return {
    kind: 'object',
    properties,
    additional,
    ...readCounts(node, 'minProperties', 'maxProperties'),
    rules: cases ? [] : readRules(node, properties, additional),
    ...(cases && { cases }),
    path: node.path,
  }
}

function readAdditional(node: ContractNode, readSchema: ReadSchema): Schema | boolean | undefined {
  if (node.value === undefined || typeof node.value === 'boolean') return node.value
  return readSchema(node)
}

function readProperties(node: ContractNode, readSchema: ReadSchema): Property[] {
  const members = node.at('properties').members()
  const required = node.at('required').items()
  const names = required.map((name) => name.text())
  for (const [index, name] of required.entries()) {
    if (names.indexOf(name.text()) < index) name.report('is listed twice')
    if (!members.some((member) => member.key === name.text())) name.report('is not among the properties')
  }
  return members.map((member) => {
    const problem = nameProblem(member.key)
    if (problem !== undefined) member.report(problem)
    return { name: member.key, required: names.includes(member.key), schema: readSchema(member) }
  })
}

/** Why TypeBox can't have a property with this name, or undefined if it can. */
export function nameProblem(name: string): string | undefined {
  // TypeBox looks properties up without checking that they are the object's own.
  if (name in {}) return 'a property cannot have the name of a member that every object inherits'
  if (name === '' || /\p{Cc}/u.test(name)) return 'a property needs a name without control characters'
  return undefined
}
