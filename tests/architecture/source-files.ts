import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preProcessFile } from 'typescript'

const root = join(import.meta.dir, '../..')

/** An import of one project file by another; both are paths from the project's root. */
export interface Import {
  readonly from: string
  readonly to: string
}

/** The program's source files, as paths from the project's root. */
export const sourceFiles: readonly string[] = [
  ...new Bun.Glob('{src,generated}/**/*.{ts,tsx}').scanSync(root),
].sort()

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The imports of a file: values, types, modules loaded later, and packages by name. */
export function importsOf(file: string): readonly string[] {
  return preProcessFile(textOf(file)).importedFiles.map(({ fileName }) => resolved(file, fileName))
}

/** All imports among the project's files. */
export const imports: readonly Import[] = sourceFiles.flatMap((from) =>
  importsOf(from)
    .filter((to) => sourceFiles.includes(to))
    .map((to) => ({ from, to })),
)

/** Resolved by `imports` in package.json. */
function resolved(file: string, name: string): string {
  if (name.startsWith('#generated/')) return name.slice(1)
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  return name.startsWith('.') ? join(dirname(file), name) : name
}
