import { edited } from './edits.ts'
import { linkedGroups, linkedVariables } from './linked-variables.ts'
import type { Scripts } from './merge-chunks.ts'
import type { Scope, Use, Variable } from './scopes.ts'

/** In the order of their frequency in minified scripts. */
const letters = [...'etrnsiaolducfpmhgvbywxkSCTEAMNDRPILOBFUVHGjWzqKJXQYZ']
const reserved = new Set(['as', 'do', 'if', 'in', 'of'])
const allNames = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))].filter(
  (name) => !reserved.has(name),
)

/**
 * Renames the variables of scripts, so that they compress better than with Bun's names. In every function, the names
 * start with the first that is free in it, so that many functions become the same text, such as `e=>e.id`. What a
 * script exports has one name in all scripts, so that lists of imports need no `as`.
 */
export function rename(scripts: Scripts): Scripts {
  const linked = linkedVariables(scripts)
  const variables = [...linked.scripts.values()]
  const globals = new Set(variables.flatMap((script) => [...script.globals]))
  const newNames = newNamesOf(
    variables.map(({ top }) => top),
    linkedGroups(linked),
    allNames.filter((name) => !globals.has(name)),
  )
  const newNameOf = (variable: Variable) => newNames.get(variable) ?? variable.name
  const linkedName = (variable: Variable, { kind, other }: Use) => {
    const origin = kind === 'import' ? linked.origins.get(variable) : variable
    return origin && !linked.fixed.has(origin) ? newNameOf(origin) : other
  }
  return new Map(
    [...scripts].map(([name, text]) => {
      const script = linked.scripts.get(name)
      const edits = (script ? variablesIn(script.top) : []).flatMap((variable) =>
        variable.uses.map((use) => ({
          start: use.start,
          end: use.end,
          text: textOf(use, newNameOf(variable), linkedName(variable, use)),
        })),
      )
      return [name, edited(text, edits)]
    }),
  )
}

/**
 * @param tops the outermost scopes of the scripts
 * @param groups the variables of these scopes; those of a group get the same name
 * @param names in the order of preference
 */
function newNamesOf(
  tops: readonly Scope[],
  groups: readonly (readonly Variable[])[],
  names: readonly string[],
): ReadonlyMap<Variable, string> {
  const newNames = new Map<Variable, string>()
  const taken = new Map<Scope, Set<string>>()
  const takenIn = (scope: Scope) => {
    const set = taken.get(scope) ?? new Set()
    taken.set(scope, set)
    return set
  }
  const name = (variables: readonly Variable[]) => {
    if (new Set(variables.map(({ scope }) => scope)).size < variables.length)
      throw new Error('a script imports the same twice')
    const sets = variables.flatMap(({ scopes }) => [...scopes].map(takenIn))
    const free = names.find((each) => !sets.some((set) => set.has(each)))
    if (free === undefined) throw new Error('all names are taken')
    for (const set of sets) set.add(free)
    for (const variable of variables) newNames.set(variable, free)
  }
  const nameInner = (scope: Scope) => {
    for (const inner of scope.inner) {
      for (const variable of [...inner.variables.values()].sort(byFirstUse)) name([variable])
      nameInner(inner)
    }
  }
  // First those in functions: most of these compress to nothing if they have the same name everywhere.
  for (const top of tops) nameInner(top)
  for (const variables of groups) name(variables)
  return newNames
}

const byFirstUse = (a: Variable, b: Variable) => (a.uses[0]?.start ?? 0) - (b.uses[0]?.start ?? 0)

const variablesIn = (scope: Scope): Variable[] => [
  ...scope.variables.values(),
  ...scope.inner.flatMap(variablesIn),
]

/** @param linkedName the name of an import or export in other scripts */
function textOf({ kind, other }: Use, newName: string, linkedName: string): string {
  switch (kind) {
    case 'declaration':
    case 'name':
      return newName
    case 'member':
      return `${newName}.${other}`
    case 'shorthand':
      return other === newName ? newName : `${other}:${newName}`
    case 'import':
      return linkedName === newName ? newName : `${linkedName} as ${newName}`
    case 'export':
      return linkedName === newName ? newName : `${newName} as ${linkedName}`
  }
}
