/** A write, and the values of its parameters. */
export interface Write {
  readonly text: string
  readonly values: readonly unknown[]
}

const writeTarget = /^(?:insert into|update|delete from) "(\w+)"/

/** The table that a statement writes; undefined if it can't be merged with others. */
export function writtenTable({ text }: Write): string | undefined {
  return writeTarget.exec(text)?.[1]
}

/**
 * Merges writes into one statement, because sending and running a statement costs more than most of what it writes. All
 * see the state from before the first, so no two may write the same table.
 */
export function mergeWrites(writes: readonly Write[]): Write {
  const texts = writes.map(({ text }) => text)
  const key = texts.join('\n')
  const text = mergedTexts.get(key) ?? mergeTexts(writes)
  if (mergedTexts.size >= capacity) mergedTexts.clear()
  mergedTexts.set(key, text)
  return { text, values: writes.flatMap(({ values }) => values) }
}

/** More combinations than the application has, just as an upper bound. */
const capacity = 1000

const mergedTexts = new Map<string, string>()

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
