import type { Scripts } from './merge-chunks.ts'
import type { Variable } from './scopes.ts'
import { type ScriptVariables, variablesOf } from './variables.ts'

/** The variables of several scripts that import from each other. */
export interface LinkedVariables {
  /** By the script's name. */
  readonly scripts: ReadonlyMap<string, ScriptVariables>
  /** What an import refers to, unless its export is fixed. */
  readonly origins: ReadonlyMap<Variable, Variable>
  /**
   * The variables whose exports must keep their names: those of scripts that are loaded by `import()`, those that no
   * script imports, and those that are imported from another script or exported twice.
   */
  readonly fixed: ReadonlySet<Variable>
}

const importCall = /import\("\.\/([\w-]+\.js)"\)/g

export function linkedVariables(texts: Scripts): LinkedVariables {
  const scripts = new Map([...texts].map(([name, text]) => [name, variablesOf(text)]))
  const loaded = new Set(
    [...texts.values()].flatMap((text) => [...text.matchAll(importCall)].map(([, name]) => name)),
  )
  const exported = new Map<string, Variable>()
  const fixed = new Set<Variable>()
  for (const [script, { top, imports }] of scripts)
    for (const variable of top.variables.values()) {
      const exports = variable.uses.filter(({ kind }) => kind === 'export')
      const [first] = exports
      if (loaded.has(script) || imports.has(variable.name) || exports.length > 1) {
        if (first) fixed.add(variable)
      } else if (first) exported.set(`./${script} ${first.other}`, variable)
    }
  const origins = new Map<Variable, Variable>()
  for (const { top, imports } of scripts.values())
    for (const variable of top.variables.values()) {
      const other = variable.uses.find(({ kind }) => kind === 'import')?.other
      const origin = exported.get(`${imports.get(variable.name)} ${other}`)
      if (origin) origins.set(variable, origin)
    }
  const imported = new Set(origins.values())
  for (const variable of exported.values()) if (!imported.has(variable)) fixed.add(variable)
  return { scripts, origins, fixed }
}

/** The variables of the scripts' outermost scopes, each with the imports of it. */
export function linkedGroups({ scripts, origins }: LinkedVariables): (readonly Variable[])[] {
  const all = [...scripts.values()].flatMap(({ top }) => [...top.variables.values()])
  return [...Map.groupBy(all, (variable) => origins.get(variable) ?? variable).values()]
}
