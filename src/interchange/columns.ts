/** The columns of a file, by the names in its header. */
export class Columns {
  /** As written in the file. */
  readonly names: readonly string[]
  readonly #englishNames: readonly string[]
  readonly #indexByName: ReadonlyMap<string, number>

  /** @param englishNameOf maps a lowercase name to the English one, for files in other languages */
  constructor(header: readonly string[], englishNameOf: (name: string) => string = (name) => name) {
    this.names = header.map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
    this.#englishNames = this.names.map((name) => englishNameOf(name.toLowerCase()))
    // The first of two columns with the same name counts.
    this.#indexByName = new Map(
      this.#englishNames.map((name, index): [string, number] => [name, index]).reverse(),
    )
  }

  /** Whether all of these columns exist; names in lowercase. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#indexByName.has(name))
  }

  /** The index of a column; undefined if it doesn't exist. */
  indexOf(name: string): number | undefined {
    return this.#indexByName.get(name)
  }

  /** The columns whose lowercase English names match, with the text captured by the pattern's first group. */
  matching(
    pattern: RegExp,
  ): readonly { readonly name: string; readonly index: number; readonly group: string }[] {
    return this.#englishNames.flatMap((name, index) => {
      const match = pattern.exec(name)
      return match ? [{ name, index, group: match[1] ?? '' }] : []
    })
  }
}
