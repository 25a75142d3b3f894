import type { Contract } from '../contract.ts'
import type { Model } from '../model.ts'
import { schemasIndent, sectionsIn, tagsOf } from './sections.ts'

const maxWidth = 110

/** The order of an operation's members. */
export const operationMembers = [
  'operationId',
  'tags',
  'x-rate-limit',
  'summary',
  'description',
  'security',
  'parameters',
  'requestBody',
  'responses',
] as const

/** The comment at the top of the contract: the order of an operation's members, and a table of contents. */
export function contentsOf(contract: Contract, { operations }: Model): string[] {
  const usedTags = tagsOf(contract).filter((tag) => operations.some((operation) => operation.tag === tag))
  const idsOf = (tag: string) => operations.filter((operation) => operation.tag === tag).map(({ id }) => id)
  const components = contract.root
    .at('components')
    .members()
    .map(({ key }) => key)
  const schemaSections = sectionsIn(contract.text.split('\n'), schemasIndent).map(({ name }) => name)
  return [
    '# The contract, written by hand. `bun run generate` generates generated/ from it and checks its layout.',
    '#',
    ...wrap('# The members of an operation are in this order:', operationMembers, '#').map(
      (line, index, lines) => (index === lines.length - 1 ? `${line}.` : line),
    ),
    '#',
    '# Contents',
    '#',
    '# paths',
    ...usedTags.flatMap((tag) => wrap(`#   ${tag}:`, idsOf(tag), '#    ')),
    '# components',
    ...wrap(
      '#  ',
      components.filter((name) => name !== 'schemas'),
      '#  ',
    ),
    ...(components.includes('schemas') ? wrap('#   schemas:', schemaSections, '#    ') : []),
  ]
}

/** The lines of `prefix a, b, c`, wrapped. */
function wrap(prefix: string, names: readonly string[], indent: string): string[] {
  const lines: string[] = []
  let line = prefix
  for (const [index, name] of names.entries()) {
    const word = ` ${name}${index < names.length - 1 ? ',' : ''}`
    if (line.length + word.length > maxWidth) {
      lines.push(line)
      line = indent
    }
    line += word
  }
  return names.length === 0 && prefix.trim() === '#' ? [] : [...lines, line]
}

/** The text of the contract with the correct table of contents. */
export function withContents(contract: Contract, model: Model): string {
  const contents = contentsOf(contract, model)
  return `${contents.join('\n')}\n${contract.text.replace(/^(#.*\n)*/, '')}`
}
