import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preProcessFile } from 'typescript'

const root = join(import.meta.dir, '../..')

/** One import of one of the project's files by another; both are paths from the root of the project. */
export interface Import {
  readonly from: string
  readonly to: string
}

/** The program's source files, as paths from the root of the project. */
export const sourceFiles: readonly string[] = [
  ...new Bun.Glob('{src,generated}/**/*.{ts,tsx}').scanSync(root),
].sort()

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** What a file imports: values, types, modules loaded later, and packages by name. */
export function importsOf(file: string): readonly string[] {
  return preProcessFile(textOf(file)).importedFiles.map(({ fileName }) => resolved(file, fileName))
}

/** All imports of the project's files by each other. */
export const imports: readonly Import[] = sourceFiles.flatMap((from) =>
  importsOf(from)
    .filter((to) => sourceFiles.includes(to))
    .map((to) => ({ from, to })),
)

/** As `imports` in package.json resolves it. */
function resolved(file: string, name: string): string {
  if (name.startsWith('#generated/')) return name.slice(1)
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  return name.startsWith('.') ? join(dirname(file), name) : name
}
