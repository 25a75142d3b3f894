import type { Contract, ContractNode } from '../contract.ts'
import type { Model } from '../model.ts'
import { contentsOf, operationMembers } from './contents.ts'
import { divider, pathsIndent, type Section, schemasIndent, sectionsIn, tagsOf } from './sections.ts'

/**
 * Checks the layout of the file: a correct table of contents, a divider before the paths of each tag,
 * both in the order of `tags`, schemas in sections of the same order, and the same order of members in
 * every operation.
 */
export function lintLayout(contract: Contract, model: Model): void {
  const lines = contract.text.split('\n')
  const { root } = contract
  const tags = tagsOf(contract)
  lintMembers(root)
  lintPaths(contract, model, tags, sectionsIn(lines, pathsIndent))
  const sections = sectionsIn(lines, schemasIndent)
  lintDividers(contract, lines)
  lintOrder(
    contract,
    ['components', 'schemas'],
    sections.map(({ name }) => name).filter((name) => tags.includes(name)),
    tags,
  )
  const expected = contentsOf(contract, model)
  const firstDifference = expected.findIndex((line, index) => line !== lines[index])
  if (firstDifference !== -1) {
    contract.reportLine(
      firstDifference + 1,
      `expected in the table of contents: ${expected[firstDifference]}: run "bun run generate"`,
    )
  } else if (lines[expected.length]?.startsWith('#')) {
    contract.reportLine(
      expected.length + 1,
      'the table of contents must end before this line: run "bun run generate"',
    )
  }
}

function lintMembers(root: ContractNode): void {
  for (const item of root.at('paths').members()) {
    for (const operation of item.members().filter(({ key }) => key !== 'parameters')) {
      const actual = operation.members().map(({ key }) => key)
      const expected = operationMembers.filter((name) => actual.includes(name))
      const misplaced = actual.find((name, index) => name !== expected[index])
      if (misplaced !== undefined)
        operation.at(misplaced).report(`must be in the order ${expected.join(', ')}`)
    }
  }
}

/** Each path is under the divider of its tag, in the order of the tags. */
function lintPaths(
  contract: Contract,
  { operations }: Model,
  tags: readonly string[],
  sections: readonly Section[],
): void {
  for (const { path, tag } of operations) {
    const line = contract.lineOf(path)
    const section = sections.findLast((candidate) => candidate.line < line)
    if (section?.name !== tag) contract.report(path, `must be under the divider of its tag, ${tag}`)
  }
  lintOrder(
    contract,
    ['paths'],
    sections.map(({ name }) => name),
    tags,
  )
}

/** `names` must be among `tags`, each once, in their order. */
function lintOrder(
  contract: Contract,
  path: readonly string[],
  names: readonly string[],
  tags: readonly string[],
): void {
  const expected = tags.filter((tag) => names.includes(tag))
  const misplaced = names.findIndex((name, index) => name !== expected[index])
  if (misplaced !== -1) {
    contract.report(
      path,
      `the section ${names[misplaced]} must be in the order of the tags: ${expected.join(', ')}`,
    )
  }
}

function lintDividers(contract: Contract, lines: readonly string[]): void {
  for (const indent of [pathsIndent, schemasIndent]) {
    for (const { name, line } of sectionsIn(lines, indent)) {
      if (lines[line - 1] !== divider(indent, name)) {
        contract.reportLine(line, `the divider must be ${divider(indent, name).trim()}`)
      }
    }
  }
}
