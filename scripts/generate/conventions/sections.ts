import type { Contract } from '../contract.ts'

/** The indentation of dividers between paths and between schemas. */
export const pathsIndent = 2
export const schemasIndent = 4

/** A section of the file, identified by its divider. */
export interface Section {
  readonly name: string
  /** From 1. */
  readonly line: number
}

/** The names of the contract's tags, in order. */
export function tagsOf({ root }: Contract): string[] {
  return root
    .at('tags')
    .items()
    .map((tag) => tag.at('name').text())
}

const dividerPattern = /^( *)# ── (.+?) ─+$/
const dividerEnd = 103

/** `# ── Workouts ───`, to a fixed column. */
export function divider(indent: number, name: string): string {
  const start = `${' '.repeat(indent)}# ── ${name} `
  return start + '─'.repeat(Math.max(3, dividerEnd - start.length))
}

/** The sections that start with dividers of this indentation. */
export function sectionsIn(lines: readonly string[], indent: number): Section[] {
  return lines.flatMap((text, index) => {
    const [, spaces = '', name = ''] = dividerPattern.exec(text) ?? []
    return name !== '' && spaces.length === indent ? [{ name, line: index + 1 }] : []
  })
}
