import { Kind, type Static, type TObject, type TUnsafe, Type, TypeRegistry } from '@sinclair/typebox'

/** A rule about two optional members of an object: at most one of them, or exactly one. */
export interface MemberRule {
  readonly rule: 'exclusive' | 'exactly_one'
  readonly names: readonly [string, string]
}

/** How an object breaks a rule: it has both members, or neither. */
export function memberFault({ rule, names }: MemberRule, value: unknown): 'both' | 'neither' | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const present = names.filter((name) => Object.hasOwn(value, name)).length
  if (present === 2) return 'both'
  return present === 0 && rule === 'exactly_one' ? 'neither' : undefined
}

/** The TypeBox kind of a rule. */
export const memberRuleKind = 'MemberRule'

TypeRegistry.Set<MemberRule>(memberRuleKind, (schema, value) => memberFault(schema, value) === undefined)

/** An object with rules about its members. A broken rule is an error of type `Kind` at the object's path. */
export function withRules<Shape extends TObject>(
  object: Shape,
  rules: readonly MemberRule[],
): TUnsafe<Static<Shape>> {
  const members = rules.map((rule) => Type.Unsafe<unknown>({ ...rule, [Kind]: memberRuleKind }))
  // Keep `properties` on the schema, because discriminators are looked up there.
  return Type.Unsafe<Static<Shape>>({
    ...Type.Intersect([object, ...members]),
    properties: object.properties,
  })
}

/**
 * An object whose members depend on the value of one of them: each case is an open object with that
 * member's values and the schema that then applies. A violated case is an error at the member that
 * selects it.
 */
export function withCases<Shape extends TObject>(
  object: Shape,
  cases: readonly TObject[],
): TUnsafe<Static<Shape>> {
  return Type.Unsafe<Static<Shape>>({
    ...Type.Intersect([object, Type.Union([...cases])]),
    properties: object.properties,
  })
}
