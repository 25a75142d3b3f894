import { edited } from './edits.ts'
import { linkedGroups, linkedVariables } from './linked-variables.ts'
import type { Scripts } from './merge-chunks.ts'
import type { Use, Variable } from './scopes.ts'

/**
 * Writes numbers in place of the constants that name them, `const maxSets = 20` or `const max = { sets: 20 }`, in all
 * scripts that use them. Bun doesn't, not even if the constant and its import take more bytes than the number.
 */
export function inlineConstants(scripts: Scripts): Scripts {
  const linked = linkedVariables(scripts)
  const numbers = new Map(
    linkedGroups(linked).flatMap((group) =>
      group.some((variable) => linked.fixed.has(variable)) ? [] : numbersOf(group),
    ),
  )
  return new Map(
    [...scripts].map(([name, text]) => {
      const variables = [...(linked.scripts.get(name)?.top.variables.values() ?? [])]
      const edits = variables.flatMap((variable) =>
        variable.uses.flatMap((use) => {
          const number = numbers.get(use)
          return number === undefined
            ? []
            : [{ ...rangeOf(use, text), text: textOf(use, variable.name, number) }]
        }),
      )
      return [name, edited(text, edits)]
    }),
  )
}

/** The number in place of each use of a constant; none if it isn't one, or isn't used only for its numbers. */
function numbersOf(group: readonly Variable[]): (readonly [Use, string])[] {
  const declared = group.find(({ initial }) => initial)
  if (!declared) return []
  const valueFor = constantOf(declared)
  const uses = group.flatMap((variable) => variable.uses.filter(({ kind }) => kind !== 'declaration'))
  const values = uses.map((use) => [use, isLink(use) ? '' : valueFor(use)] as const)
  const isReplaced = values.every(([, value]) => value !== undefined) && !uses.every(isLink)
  return isReplaced ? values.map(([use, value = '']) => [use, value]) : []
}

const isLink = ({ kind }: Use) => kind === 'import' || kind === 'export'

/** The number that a use of a variable stands for, if it is always the same. */
function constantOf({ initial, isAssigned }: Variable): (use: Use) => string | undefined {
  if (isAssigned) return () => undefined
  const number = numberOf(initial)
  if (number !== undefined) return ({ kind, other }) => (kind === 'member' ? `${number}.${other}` : number)
  const members = new Map<string, string | undefined>()
  for (const property of initial?.type === 'ObjectExpression' ? initial.properties : []) {
    // What is spread, or has a computed name, may replace other members.
    if (property.type !== 'Property' || property.computed) return () => undefined
    if (property.key.type === 'Identifier') members.set(property.key.name, numberOf(property.value))
  }
  return ({ kind, other }) => (kind === 'member' ? members.get(other) : undefined)
}

const numberOf = (node: Variable['initial']): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'number' ? `(${node.raw})` : undefined

/** The part of the script to replace: with the comma after it in lists of imports and exports. */
const rangeOf = (use: Use, script: string) => ({
  start: use.start,
  end: isLink(use) && script[use.end] === ',' ? use.end + 1 : use.end,
})

const textOf = ({ kind }: Use, name: string, number: string) =>
  kind === 'shorthand' ? `${name}:${number}` : number
