import type { Model } from '../model.ts'

const WIDTH = 110

/** A section of the file, by the divider before it. */
export interface Section {
  readonly name: string
  /** From 1. */
  readonly line: number
}

/** The order of an operation's members. */
export const MEMBERS = [
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
export function contentsOf(
  { operations }: Pick<Model, 'operations'>,
  tags: readonly string[],
  components: readonly string[],
  schemaSections: readonly string[],
): string[] {
  const used = tags.filter((tag) => operations.some((operation) => operation.tag === tag))
  const idsOf = (tag: string) => operations.filter((one) => one.tag === tag).map(({ id }) => id)
  return [
    '# The contract, written by hand. `bun run generate` makes generated/ from it, and checks its layout.',
    '#',
    ...wrapped("# An operation's members are in this order:", MEMBERS, '#').map((line, index, lines) =>
      index === lines.length - 1 ? `${line}.` : line,
    ),
    '#',
    '# Contents',
    '#',
    '# paths',
    ...used.flatMap((tag) => wrapped(`#   ${tag}:`, idsOf(tag), '#    ')),
    '# components',
    ...wrapped(
      '#  ',
      components.filter((name) => name !== 'schemas'),
      '#  ',
    ),
    ...(components.includes('schemas') ? wrapped('#   schemas:', schemaSections, '#    ') : []),
  ]
}

/** `prefix a, b, c`, in lines that are not too long. */
function wrapped(prefix: string, names: readonly string[], indent: string): string[] {
  const lines: string[] = []
  let line = prefix
  for (const [index, name] of names.entries()) {
    const word = ` ${name}${index < names.length - 1 ? ',' : ''}`
    if (line.length + word.length > WIDTH) {
      lines.push(line)
      line = indent
    }
    line += word
  }
  return names.length === 0 && prefix.trim() === '#' ? [] : [...lines, line]
}

const DIVIDER = /^( *)# ── (.+?) ─+$/
const DIVIDER_END = 103

/** `# ── Workouts ───`, to a fixed column. */
export function divider(indent: number, name: string): string {
  const start = `${' '.repeat(indent)}# ── ${name} `
  return start + '─'.repeat(Math.max(3, DIVIDER_END - start.length))
}

/** The sections of the file that dividers of an indentation start. */
export function sectionsIn(lines: readonly string[], indent: number): Section[] {
  return lines.flatMap((text, index) => {
    const [, spaces = '', name = ''] = DIVIDER.exec(text) ?? []
    return name !== '' && spaces.length === indent ? [{ name, line: index + 1 }] : []
  })
}
