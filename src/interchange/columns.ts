/** The columns of a file, by the names in its header. */
export class Columns {
  readonly names: readonly string[]
  readonly #indexByName: ReadonlyMap<string, number>

  constructor(header: readonly string[]) {
    this.names = header.map((name) => name.replace(/\s+/g, ' ').trim())
    // Of two columns with one name, the first counts.
    this.#indexByName = new Map(
      this.names.map((name, index): [string, number] => [name.toLowerCase(), index]).reverse(),
    )
  }

  /** Whether all of these are there; in lowercase. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#indexByName.has(name))
  }

  /** Where the column is; undefined for one that isn't there. */
  indexOf(name: string): number | undefined {
    return this.#indexByName.get(name)
  }

  /** The columns whose names, in lowercase, match, with what the first group of the form holds. */
  matching(
    form: RegExp,
  ): readonly { readonly name: string; readonly index: number; readonly group: string }[] {
    return this.names.flatMap((name, index) => {
      const match = form.exec(name.toLowerCase())
      return match ? [{ name, index, group: match[1] ?? '' }] : []
    })
  }
}
