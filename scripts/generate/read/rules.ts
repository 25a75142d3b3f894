import type { MemberRule } from '#http/validation/member-rules.ts'
import type { Cursor } from '../contract.ts'
import type { Property, Schema } from '../schema.ts'

const exclusiveForm = '{ required: [a, b] } (not both)'
const exactlyOneForm =
  'if { required: [a] }, then { not: { required: [b] } }, else { required: [b] } (exactly one)'

/**
 * The rules of a closed object about combinations of its properties, in the two supported forms.
 * Client generators ignore both, while a `oneOf` of `required` would make them create extra types.
 */
export function readRules(
  cursor: Cursor,
  properties: readonly Property[],
  additional: Schema | boolean | undefined,
): MemberRule[] {
  const rules = [readExclusive(cursor), readExactlyOne(cursor)].filter((rule) => rule !== undefined)
  if (rules.length > 0 && additional !== false) {
    cursor.report('with a rule about its properties, an object needs additionalProperties: false')
  }
  for (const { names } of rules) {
    for (const name of names) {
      const property = properties.find((candidate) => candidate.name === name)
      if (!property) cursor.report(`the rule names ${name}, which is not among the properties`)
      if (property?.required) cursor.report(`the rule names ${name}, which is required anyway`)
    }
  }
  return rules
}

function readExclusive(cursor: Cursor): MemberRule | undefined {
  const not = cursor.at('not')
  if (!not.isPresent) return undefined
  const names = namesOf(not)
  if (names?.length === 2) return { rule: 'exclusive', names: [names[0] ?? '', names[1] ?? ''] }
  not.report(`must be ${exclusiveForm}`)
  return undefined
}

function readExactlyOne(cursor: Cursor): MemberRule | undefined {
  const [condition, then, otherwise] = [cursor.at('if'), cursor.at('then'), cursor.at('else')]
  if (![condition, then, otherwise].some((part) => part.isPresent)) return undefined
  const [a, ...more] = namesOf(condition) ?? []
  const [b, ...others] = namesOf(otherwise) ?? []
  const excluded = isOnly(then, 'not') ? namesOf(then.at('not')) : undefined
  const isRule = more.length + others.length === 0 && excluded?.length === 1 && excluded[0] === b && a !== b
  if (isRule && a !== undefined && b !== undefined) return { rule: 'exactly_one', names: [a, b] }
  cursor.report(`if, then and else must be ${exactlyOneForm}`)
  return undefined
}

function isOnly(cursor: Cursor, key: string): boolean {
  return cursor.members().length === 1 && cursor.at(key).isPresent
}

/** The names in `{ required: [names] }`. */
function namesOf(cursor: Cursor): string[] | undefined {
  if (!cursor.isPresent || !isOnly(cursor, 'required')) return undefined
  return cursor
    .at('required')
    .items()
    .map((name) => name.text())
}
