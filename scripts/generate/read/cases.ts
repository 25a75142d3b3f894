import type { ContractNode } from '../contract.ts'
import type { Case, Cases, Property, Schema } from '../schema.ts'

/**
 * The cases of an object: constraints on other members that depend on the value of an enum member.
 * Written as a chain of `if: { properties: { member: { enum } } }`, `then: { properties }` and `else`,
 * whose last `else` is for the remaining values. Client generators ignore it and create one flat
 * type, while a `oneOf` would become an interface that some of them can't construct.
 * Undefined for an object without cases.
 */
export function readCases(
  node: ContractNode,
  properties: readonly Property[],
  readSchema: (node: ContractNode) => Schema,
): Cases | undefined {
  const [first, ...more] = node.at('if').at('properties').members()
  if (!first) return undefined
  if (node.at('additionalProperties').value !== false) {
    node.report('with cases, an object needs additionalProperties: false')
  }
  if (node.at('not').isPresent) node.at('not').report('cannot be combined with cases')
  if (more.length > 0) node.at('if').report('must be about one property')
  const member = first.key
  const declared = node.at('properties').at(member).follow('schemas').at('enum')
  if (!isRequired(member, properties) || !declared.isPresent) {
    node.at('if').report(`needs ${member} to be a required property with an enum`)
    return { member, cases: [] }
  }
  let remaining = textsOf(declared)
  const cases: Case[] = []
  let branch = node
  for (; branch.at('if').isPresent; branch = branch.at('else')) {
    const values = readValues(branch.at('if'), member)
    const undecided = remaining
    if (values.length === 0 || !values.every((value) => undecided.includes(value))) {
      branch.at('if').report(`must list values of ${member} that no earlier case has`)
    }
    remaining = remaining.filter((value) => !values.includes(value))
    cases.push({ values, properties: readNarrowed(branch.at('then'), properties, readSchema) })
    if (branch !== node) branch.rejectOtherKeys(['if', 'then', 'else'], 'a further case')
  }
  if (remaining.length === 0) branch.report(`earlier cases already have every value of ${member}`)
  cases.push({ values: remaining, properties: readNarrowed(branch, properties, readSchema) })
  return { member, cases }
}

function readValues(condition: ContractNode, member: string): string[] {
  condition.rejectOtherKeys(['properties'], 'the condition of a case')
  const schema = condition.at('properties').at(member)
  schema.rejectOtherKeys(['const', 'enum'], 'the condition of a case')
  return schema.at('const').isPresent ? [schema.at('const').text()] : textsOf(schema.at('enum'))
}

function textsOf(list: ContractNode): string[] {
  return list.items().map((item) => item.text())
}

function readNarrowed(
  node: ContractNode,
  properties: readonly Property[],
  readSchema: (node: ContractNode) => Schema,
): Property[] {
  node.rejectOtherKeys(['properties'], 'a case')
  const members = node.at('properties').members()
  if (members.length === 0) node.report('a case must constrain other properties')
  return members.map((member) => {
    if (!isRequired(member.key, properties)) member.report('is not one of the required properties')
    return { name: member.key, required: true, schema: readSchema(member) }
  })
}

function isRequired(name: string, properties: readonly Property[]): boolean {
  return properties.some((property) => property.name === name && property.required)
}
