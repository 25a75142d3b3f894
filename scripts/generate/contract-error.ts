/** A defect of the contract and its location: an error, something unsupported, or a violation of a convention. */
export interface Defect {
  /** The file name passed to the generator. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** A JSON Pointer with a leading `#`. */
  readonly path: string
  readonly message: string
}

/** The contract was rejected, with all defects in file order. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly defects: readonly Defect[]

  constructor(defects: readonly Defect[]) {
    const sorted = [...defects].sort((a, b) => a.line - b.line)
    super(sorted.map(({ file, line, path, message }) => `${file}:${line}: ${path}: ${message}`).join('\n'))
    this.defects = sorted
  }
}
