/** A write, and the values of its parameters. */
export interface Write {
  readonly text: string
  readonly values: readonly unknown[]
}

const target = /^(?:insert into|update|delete from) "(\w+)"/

/** The table that a statement writes; undefined if it can't be merged with others. */
export function writtenTable({ text }: Write): string | undefined {
  return target.exec(text)?.[1]
}

/**
 * Merges writes into one statement, because sending and running a statement costs more than most of what it writes. All
 * see the state from before the first, so no two may write the same table.
 */
export function mergeWrites(writes: readonly Write[]): Write {
  const texts = writes.map(({ text }) => text)
  const key = texts.join('\n')
  const text = merged.get(key) ?? mergeTexts(writes)
  if (merged.size >= capacity) merged.clear()
  merged.set(key, text)
  return { text, values: writes.flatMap(({ values }) => values) }
}

/** More combinations than the application has; just a bound. */
const capacity = 1000

const merged = new Map<string, string>()

function mergeTexts(writes: readonly Write[]): string {
  let before = 0
  const numbered = writes.map(({ text, values }) => {
    const offset = before
    before += values.length
    return text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
  })
  const last = numbered.pop() ?? ''
  if (numbered.length === 0) return last
  return `with ${numbered.map((text, place) => `w${place} as (${text})`).join(', ')} ${last}`
}
