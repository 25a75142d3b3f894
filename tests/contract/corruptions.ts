import type { Schemas } from '#generated/types.ts'
import { mismatch, type Node, nodeOf, resolved } from '#tests/support/contract.ts'
import { marker } from './expect-rejected.ts'
import { invalidTexts, unstorableTexts } from './invalid-texts.ts'
import { type Place, pointerOf } from './places.ts'

export type FieldCode = Schemas['FieldProblemCode']

/** One way to corrupt a valid value, and the expected problem. */
export interface Corruption {
  readonly place: Place
  /** The JSON to insert; `undefined` removes the member. */
  readonly text: string | undefined
  /** The location reported in the response. */
  readonly pointer: string
  readonly code: FieldCode
}

/**
 * Every way to make this valid value violate its schema at one location: wrong type, too small, too
 * large, pattern mismatch, missing, unknown, at any depth of the value.
 */
export function* corruptionsOf(schema: unknown, value: unknown, place: Place = []): Generator<Corruption> {
  const node = resolved(schema)
  const corruption = (code: FieldCode, ...values: unknown[]): Corruption[] =>
    values.map((invalid) => ({ place, text: JSON.stringify(invalid), pointer: pointerOf(place), code }))

  const nonNull = nonNullBranch(node.oneOf)
  if (nonNull !== undefined) {
    for (const corruption of corruptionsOf(nonNull, value, place))
      if (corruption.text !== 'null') yield corruption
    return
  }
  if (Array.isArray(node.oneOf)) {
    yield* corruption('type', null, 42, 'x', [], [value])
    yield* corruptionsOf(branchOf(node.oneOf, value), value, place)
    return
  }
  const types = [node.type].flat()
  const wrongNull = types.includes('null') ? [] : [null]
  if (Array.isArray(node.enum) || 'const' in node) {
    const first = String(Array.isArray(node.enum) ? node.enum[0] : node.const)
    yield* corruption('enum', marker, '', 42, true, [first], `${first} `, first.toUpperCase(), ...wrongNull)
  } else if (types.includes('string')) {
    yield* corruption('type', 42, true, [marker], { name: marker }, ...wrongNull)
    yield* corruption('unstorable_text', ...unstorableTexts)
    for (const [text, code] of invalidTexts(node)) yield* corruption(code, text)
  } else if (types.includes('integer') || types.includes('number')) {
    yield* corruption('type', '5', '', true, [5], {}, ...wrongNull)
    yield* faultyNumbers(node, place)
  } else if (types.includes('boolean')) {
    yield* corruption('type', 'true', '', 1, 0, [], {}, ...wrongNull)
  } else if (types.includes('array')) {
    if (place.length > 0) yield* corruption('type', 'x', 42, {}, { 0: marker, length: 1 }, ...wrongNull)
    yield* faultyArrays(node, value, place)
  } else {
    yield* corruption('type', 'x', 42, true, [], ...wrongNull)
    yield* faultyObjects(node, value, place)
  }
}

/** The non-null schema of a nullable one. */
function nonNullBranch(branches: unknown): unknown {
  if (!Array.isArray(branches) || !branches.some((branch) => nodeOf(branch).type === 'null')) return undefined
  return branches.find((branch) => nodeOf(branch).type !== 'null')
}

/** The variant that a value matches. */
function branchOf(branches: readonly unknown[], value: unknown): unknown {
  const branch = branches.find((candidate) => mismatch(candidate, value) === undefined)
  if (branch === undefined) throw new Error('the value matches no variant')
  return branch
}

function* faultyNumbers(node: Node, place: Place): Generator<Corruption> {
  const pointer = pointerOf(place)
  const corruption = (code: FieldCode, ...texts: string[]): Corruption[] =>
    texts.map((text) => ({ place, text, pointer, code }))
  const { minimum, maximum, exclusiveMinimum, multipleOf } = node
  const isInteger = [node.type].flat().includes('integer')
  if (typeof minimum === 'number')
    yield* corruption('minimum', String(minimum - (isInteger ? 1 : 0.5)), String(minimum - 10))
  if (typeof exclusiveMinimum === 'number') yield* corruption('minimum', String(exclusiveMinimum), '-1')
  if (typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER) {
    yield* corruption('maximum', String(maximum + (isInteger ? 1 : 0.5)), '9007199254740991')
  }
  if (typeof minimum === 'number' && typeof multipleOf === 'number') {
    yield* corruption('multiple_of', String(minimum + multipleOf / 2), String(minimum + multipleOf + 0.001))
  }
  if (isInteger) yield* corruption('type', `${Number(minimum ?? 0)}.5`, '1e-1')
  yield* corruption('unsafe_integer', '9007199254740992', '-9007199254740993', '1e400', '-1e400', '1e20')
}

function* faultyArrays(node: Node, value: unknown, place: Place): Generator<Corruption> {
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const pointer = pointerOf(place)
  const { minItems, maxItems } = node
  if (typeof maxItems === 'number' && node.uniqueItems !== true && items.length > 0) {
    const text = JSON.stringify(Array.from({ length: maxItems + 1 }, () => items[0]))
    yield { place, text, pointer, code: 'max_items' }
  }
  if (typeof minItems === 'number' && minItems > 0) yield { place, text: '[]', pointer, code: 'min_items' }
  if (node.uniqueItems === true && items.length > 0)
    yield { place, text: JSON.stringify([...items, items[0]]), pointer, code: 'unique' }
  for (const [index, item] of items.entries()) yield* corruptionsOf(node.items, item, [...place, index])
}

/** Names of members that no object of the contract has. */
const unknownNames = ['unexpected', '__proto__', 'constructor', 'toString', '', 'a/b~c', 'имя', 'Name ']

/** Names that a problem doesn't echo: it has the pointer of the object instead. */
const unprintableNames = ['x'.repeat(65), 'a\u0007b']

function* faultyObjects(node: Node, value: unknown, place: Place): Generator<Corruption> {
  const properties = nodeOf(node.properties)
  const text = JSON.stringify(marker)
  if (node.additionalProperties !== false) throw new Error(`the object at ${pointerOf(place)} is not closed`)
  for (const name of unknownNames) {
    const inside = [...place, name]
    yield { place: inside, text, pointer: pointerOf(inside), code: 'unknown_field' }
  }
  for (const name of unprintableNames) {
    yield { place: [...place, name], text, pointer: pointerOf(place), code: 'unknown_field' }
  }
  for (const name of Array.isArray(node.required) ? node.required : []) {
    const inside = [...place, String(name)]
    yield { place: inside, text: undefined, pointer: pointerOf(inside), code: 'required' }
  }
  yield* brokenRules(node, nodeOf(value), place)
  for (const [name, member] of Object.entries(nodeOf(value)))
    yield* corruptionsOf(properties[name], member, [...place, name])
}

/** Both members of a mutually exclusive pair, and neither member of a pair that requires one. */
function* brokenRules(node: Node, value: Node, place: Place): Generator<Corruption> {
  const properties = nodeOf(node.properties)
  const [first, second] = [nodeOf(node.not).required].flat().map(String)
  const isNumber = second !== undefined && 'minimum' in resolved(properties[second])
  if (first !== undefined && second !== undefined && first in value && isNumber) {
    const inside = [...place, second]
    const text = String(resolved(properties[second]).minimum)
    yield { place: inside, text, pointer: pointerOf(inside), code: 'exclusive' }
  }
  for (const name of [nodeOf(node.if).required].flat().map(String)) {
    if (!(name in value)) continue
    yield { place: [...place, name], text: undefined, pointer: pointerOf(place), code: 'exclusive' }
  }
}
