/** A write, and the values of its parameters. */
export interface Write {
  readonly text: string
  readonly values: readonly unknown[]
}

const writeTarget = /^(?:insert into|update|delete from) "(\w+)"/

/** A safety limit: the application has fewer statements. */
const capacity = 1000

const tables = new Map<string, string | undefined>()

/** Whether one statement can run all of these writes. */
export function areMergeable(writes: readonly Write[]): boolean {
  const written = writes.map(writtenTable)
  return !written.includes(undefined) && new Set(written).size === written.length
}

/** The table that a statement writes; undefined if it can't be merged with others. */
function writtenTable({ text }: Write): string | undefined {
  if (tables.has(text)) return tables.get(text)
  const table = writeTarget.exec(text)?.[1]
  if (tables.size >= capacity) tables.clear()
  tables.set(text, table)
  return table
}

/**
 * Merges writes into one statement, because the overhead of a statement usually exceeds the cost of the write itself.
 * All see the state from before the first, so no two may write the same table.
 */
export function mergeWrites(writes: readonly Write[]): Write {
  let merged = root
  for (const { text } of writes) merged = followedBy(merged, text)
  merged.text ??= mergeTexts(writes)
  return { text: merged.text, values: writes.flatMap(({ values }) => values) }
}

/** A trie of sequences of statements, with the text that each merges to. A map with long keys would be slower. */
interface MergedTexts {
  readonly next: Map<string, MergedTexts>
  text?: string
}

const newTexts = (): MergedTexts => ({ next: new Map() })

const root = newTexts()

function followedBy({ next }: MergedTexts, text: string): MergedTexts {
  const existing = next.get(text)
  if (existing) return existing
  if (next.size >= capacity) next.clear()
  const created = newTexts()
  next.set(text, created)
  return created
}

function mergeTexts(writes: readonly Write[]): string {
  let valueCount = 0
  const numbered = writes.map(({ text, values }) => {
    const offset = valueCount
    valueCount += values.length
    return text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
  })
  const last = numbered.pop() ?? ''
  if (numbered.length === 0) return last
  return `with ${numbered.map((text, index) => `w${index} as (${text})`).join(', ')} ${last}`
}
