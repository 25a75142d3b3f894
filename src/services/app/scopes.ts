import type { AnyNode, Expression, Identifier } from 'acorn'

/** A part of a script that may have variables of its own. */
export interface Scope {
  readonly parent: Scope | undefined
  readonly isFunction: boolean
  readonly variables: Map<string, Variable>
  readonly inner: Scope[]
}

/** A variable, function, class, parameter or import. */
export interface Variable {
  readonly name: string
  readonly scope: Scope
  /** In the order of the script. */
  readonly uses: Use[]
  /** What it is declared as: `5` in `var name=5`. */
  readonly initial: Expression | undefined
  /** Whether it or a member of it is assigned after its declaration. */
  isAssigned: boolean
  /** The scopes in which no other variable may have the same name: that of its declaration, and those of its uses. */
  readonly scopes: Set<Scope>
}

/**
 * An occurrence of a variable: its declaration, its name alone, `name.other`, `{name}`, `import{other as name}` or
 * `export{name as other}`.
 */
export interface Use {
  readonly start: number
  readonly end: number
  readonly kind: 'declaration' | 'name' | 'member' | 'shorthand' | 'import' | 'export'
  readonly other: string
}

export function newScope(parent: Scope | undefined, isFunction: boolean): Scope {
  const scope: Scope = { parent, isFunction, variables: new Map(), inner: [] }
  parent?.inner.push(scope)
  return scope
}

/** The scope of a function, or of the script, that contains another scope. */
export const functionOf = (scope: Scope): Scope =>
  scope.isFunction || !scope.parent ? scope : functionOf(scope.parent)

/** Declares the names in a pattern; a single name may have an initial value. */
export function declare(scope: Scope, pattern: AnyNode | null | undefined, init?: Expression | null): void {
  const initial = pattern?.type === 'Identifier' ? (init ?? undefined) : undefined
  for (const { name } of namesIn(pattern)) {
    const declared = scope.variables.get(name)
    if (declared) declared.isAssigned = true
    else
      scope.variables.set(name, {
        name,
        scope,
        uses: [],
        initial,
        isAssigned: false,
        scopes: new Set([scope]),
      })
  }
}

/** The names of what a pattern declares or assigns; of a member, that of its object. */
export function namesIn(target: AnyNode | null | undefined): Identifier[] {
  switch (target?.type) {
    case 'Identifier':
      return [target]
    case 'MemberExpression':
      return namesIn(target.object)
    case 'ObjectPattern':
      return target.properties.flatMap((part) => namesIn(part.type === 'Property' ? part.value : part))
    case 'ArrayPattern':
      return target.elements.flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(target.left)
    case 'RestElement':
      return namesIn(target.argument)
    default:
      return []
  }
}

/** Adds a use to the variable that a name means in a scope, if there is one. */
export function addUse(scope: Scope, name: string, use: Use): Variable | undefined {
  const passed: Scope[] = []
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    passed.push(at)
    const variable = at.variables.get(name)
    if (!variable) continue
    variable.uses.push(use)
    for (const each of passed) variable.scopes.add(each)
    return variable
  }
  return undefined
}
