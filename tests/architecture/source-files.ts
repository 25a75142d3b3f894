import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preProcessFile } from 'typescript'

const root = join(import.meta.dir, '../..')

/** An import of one project file by another; both are paths from the project's root. */
export interface Import {
  readonly from: string
  readonly to: string
}

/** The source files, with the generated ones, as paths from the project's root. */
export const sourceFiles: readonly string[] = [
  ...new Bun.Glob('{src,generated}/**/*.{ts,tsx}').scanSync(root),
].sort()

/** All files that people write in TypeScript, as paths from the project's root. */
export const ownFiles: readonly string[] = [
  ...new Bun.Glob('{src,scripts,tests}/**/*.{ts,tsx}').scanSync(root),
].sort()

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

const importsByFile = new Map<string, readonly string[]>()

/** Everything that a file imports: files by path and packages by name, including types and dynamic imports. */
export function importsOf(file: string): readonly string[] {
  const known = importsByFile.get(file)
  if (known) return known
  const found = preProcessFile(textOf(file)).importedFiles.map(({ fileName }) => resolve(file, fileName))
  importsByFile.set(file, found)
  return found
}

const isSourceFile = new Set(sourceFiles)

/** All imports among the project's files. */
export const imports: readonly Import[] = sourceFiles.flatMap((from) =>
  importsOf(from)
    .filter((to) => isSourceFile.has(to))
    .map((to) => ({ from, to })),
)

/** The path of an imported file, resolved through `imports` in package.json, or the name of a package. */
function resolve(file: string, name: string): string {
  if (name.startsWith('#generated/')) return name.slice(1)
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  return name.startsWith('.') ? join(dirname(file), name) : name
}
