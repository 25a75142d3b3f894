import type { Json } from '../json.ts'

/** TypeScript source as text, for the emitters. */

const maxWidth = 100

/** The first lines of each generated file. */
export function header(file: string): string {
  return `// Written by \`bun run generate\` from ${file}. Do not edit: change the contract and run it again.\n\n`
}

/** `'it\'s'`: a string literal, in single quotes. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ')
}

/**
 * Items between brackets, on one line if they fit. Source has no string literals with line breaks, so all of
 * it may be indented.
 */
function brackets(open: string, items: readonly string[], close: string, space: string): string {
  const flat = `${open}${space}${items.join(', ')}${space}${close}`
  if (items.length === 0) return `${open}${close}`
  if (flat.length <= maxWidth && !flat.includes('\n')) return flat
  return `${open}\n${items.map((item) => `  ${indent(item)},\n`).join('')}${close}`
}

/** `[a, b]` */
export function list(items: readonly string[]): string {
  return brackets('[', items, ']', '')
}

/** `name(a, b)`; a multi-line last argument is not indented if the others are short. */
export function call(name: string, args: readonly string[]): string {
  const flat = `${name}(${args.join(', ')})`
  const [first = '', ...more] = flat.split('\n')
  const isShort = first.length <= maxWidth
  const hugs = /^[[{]/.test(args.at(-1) ?? '') && args.slice(0, -1).every((arg) => !arg.includes('\n'))
  return isShort && (more.length === 0 || hugs) ? flat : brackets(`${name}(`, args, ')', '')
}

/** `{ a: 1, 'b-c': 2 }`; omits members without source. */
export function record(members: Readonly<Record<string, string | undefined>>): string {
  const items = Object.entries(members).flatMap(([name, source]) =>
    source === undefined ? [] : [`${key(name)}: ${source}`],
  )
  return brackets('{', items, '}', ' ')
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) || /^(0|[1-9]\d*)$/.test(name) ? name : quote(name)
}

/** A JSON value as source. */
export function literal(value: Json): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return list(value.map(literal))
  if (typeof value === 'object' && value !== null) {
    return record(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, literal(member)])))
  }
  return JSON.stringify(value)
}

/** A doc comment with this text. */
export function comment(text: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n')
  if (lines.length === 1) return `/** ${lines[0]} */\n`
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
}
