/** The columns of a file, by the names in its header. */
export class Columns {
  /** As written in the file. */
  readonly names: readonly string[]
  readonly #known: readonly string[]
  readonly #indexByName: ReadonlyMap<string, number>

  /** @param known maps a lowercase name to the English one, for files in other languages */
  constructor(header: readonly string[], known: (name: string) => string = (name) => name) {
    this.names = header.map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
    this.#known = this.names.map((name) => known(name.toLowerCase()))
    // Of two columns with one name, the first counts.
    this.#indexByName = new Map(this.#known.map((name, index): [string, number] => [name, index]).reverse())
  }

  /** Whether all of these columns exist; names in lowercase. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#indexByName.has(name))
  }

  /** The index of a column; undefined if it doesn't exist. */
  indexOf(name: string): number | undefined {
    return this.#indexByName.get(name)
  }

  /** The columns whose lowercase English names match, with what the pattern's first group captured. */
  matching(
    form: RegExp,
  ): readonly { readonly name: string; readonly index: number; readonly group: string }[] {
    return this.#known.flatMap((name, index) => {
      const match = form.exec(name)
      return match ? [{ name, index, group: match[1] ?? '' }] : []
    })
  }
}
