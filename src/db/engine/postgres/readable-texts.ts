/** A safety limit: the application has fewer statements. */
const capacity = 1000

/** Recognizes, by their SQL, statements that read only certain tables. */
export class ReadableTexts {
  readonly #tables: ReadonlySet<string>
  readonly #known = new Map<string, boolean>()

  constructor(tables: ReadonlySet<string> = new Set()) {
    this.#tables = tables
  }

  has(text: string): boolean {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const tables = [...text.matchAll(/\b(?:from|join) "(\w+)"/g)].map(([, table = '']) => table)
    const isReadable = tables.length > 0 && tables.every((table) => this.#tables.has(table))
    if (this.#known.size >= capacity) this.#known.clear()
    this.#known.set(text, isReadable)
    return isReadable
  }
}
