/** An entry point of the package: its import name and its source. */
export interface Entry {
  /** As in `exports`. */
  readonly name: string
  /** Relative to `src`. */
  readonly file: string
}

/** The entry points of `@replog/client`. */
export const entries: readonly Entry[] = [
  { name: '.', file: 'client/index.ts' },
  { name: './logging', file: 'client/logging/index.ts' },
  { name: './catalogue', file: 'client/catalogue/index.ts' },
  { name: './programs', file: 'client/programs/index.ts' },
  { name: './training', file: 'training/index.ts' },
  { name: './react', file: 'client/react/index.ts' },
  { name: './preact', file: 'client/preact/index.ts' },
  { name: './api', file: 'client/api/index.ts' },
]

/** The file of an entry in the package, without its extension. */
export function outputOf({ name }: Entry): string {
  return name === '.' ? 'index' : name.slice('./'.length)
}
