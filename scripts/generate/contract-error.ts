/** Something in the contract that the generator does not support, and where it is. */
export interface Defect {
  /** The file name that was given to the generator. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** A JSON Pointer, with `#` before it. */
  readonly path: string
  readonly message: string
}

/** The contract is rejected: every defect found, in the order of the file. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly defects: readonly Defect[]

  constructor(defects: readonly Defect[]) {
    const sorted = [...defects].sort((a, b) => a.line - b.line)
    super(sorted.map(({ file, line, path, message }) => `${file}:${line}: ${path}: ${message}`).join('\n'))
    this.defects = sorted
  }
}
