import type { MemberRule } from '#http/validation/member-rules.ts'
import type { ContractNode } from '../contract.ts'
import type { Property, Schema } from '../schema.ts'

const exclusiveForm = '{ required: [a, b] } (not both)'
const exactlyOneForm =
  'if { required: [a] }, then { not: { required: [b] } }, else { required: [b] } (exactly one)'

/**
 * The rules of a closed object about combinations of its properties, in the two supported forms.
 * Client generators ignore both, while a `oneOf` of `required` would make them create extra types.
 */
export function readRules(
  node: ContractNode,
  properties: readonly Property[],
  additional: Schema | boolean | undefined,
): MemberRule[] {
  const rules = [readExclusive(node), readExactlyOne(node)].filter((rule) => rule !== undefined)
  if (rules.length > 0 && additional !== false) {
    node.report('with a rule about its properties, an object needs additionalProperties: false')
  }
  for (const { names } of rules) {
    for (const name of names) {
      const property = properties.find((candidate) => candidate.name === name)
      if (!property) node.report(`the rule names ${name}, which is not among the properties`)
      if (property?.required) node.report(`the rule names ${name}, which is required anyway`)
    }
  }
  return rules
}

function readExclusive(node: ContractNode): MemberRule | undefined {
  const not = node.at('not')
  if (!not.isPresent) return undefined
  const names = namesOf(not)
  if (names?.length === 2) return { rule: 'exclusive', names: [names[0] ?? '', names[1] ?? ''] }
  not.report(`must be ${exclusiveForm}`)
  return undefined
}

function readExactlyOne(node: ContractNode): MemberRule | undefined {
  const [condition, then, otherwise] = [node.at('if'), node.at('then'), node.at('else')]
  if (![condition, then, otherwise].some((part) => part.isPresent)) return undefined
  const [a, ...more] = namesOf(condition) ?? []
  const [b, ...others] = namesOf(otherwise) ?? []
  const excluded = isOnly(then, 'not') ? namesOf(then.at('not')) : undefined
  const isRule = more.length + others.length === 0 && excluded?.length === 1 && excluded[0] === b && a !== b
  if (isRule && a !== undefined && b !== undefined) return { rule: 'exactly_one', names: [a, b] }
  node.report(`if, then and else must be ${exactlyOneForm}`)
  return undefined
}

function isOnly(node: ContractNode, key: string): boolean {
  return node.members().length === 1 && node.at(key).isPresent
}

/** The names in `{ required: [names] }`. */
function namesOf(node: ContractNode): string[] | undefined {
  if (!node.isPresent || !isOnly(node, 'required')) return undefined
  return node
    .at('required')
    .items()
    .map((name) => name.text())
}
