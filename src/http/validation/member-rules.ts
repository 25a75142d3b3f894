import { type Static, type TObject, type TSchema, type TUnsafe, Type } from '@sinclair/typebox'

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

/** A schema that objects with all of these members match. */
function having(...names: readonly string[]): TObject {
  return Type.Object(Object.fromEntries(names.map((name) => [name, Type.Unknown()])))
}

/**
 * The schemas of a rule, built from standard kinds, whose checks TypeBox compiles inline. Each contains the rule, so
 * that its errors can be recognized. Values that aren't objects match.
 */
function schemasOf({ rule, names }: MemberRule): TSchema[] {
  const [first, second] = names
  const exclusive = { ...Type.Not(having(first, second)), rule, names }
  const either = Type.Union([having(first), having(second), Type.Not(having())])
  return rule === 'exclusive' ? [exclusive] : [exclusive, { ...either, rule, names }]
}

/** The rule that a schema belongs to, if any. */
export function memberRuleOf(schema: TSchema): MemberRule | undefined {
  const { rule, names } = schema
  return rule === 'exclusive' || rule === 'exactly_one' ? { rule, names } : undefined
}

/** An object with rules about its members. A broken rule is an error at the object's path. */
export function withRules<Shape extends TObject>(
  object: Shape,
  rules: readonly MemberRule[],
): TUnsafe<Static<Shape>> {
  // Keep `properties` on the schema, because discriminators are looked up there.
  return Type.Unsafe<Static<Shape>>({
    ...Type.Intersect([object, ...rules.flatMap(schemasOf)]),
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
