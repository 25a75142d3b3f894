import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dir, '../..')
const transpiler = new Bun.Transpiler({ loader: 'ts' })

/** A test that imports this file, directly or not, starts Chromium. */
const browser = 'tests/support/browser.ts'

/** Tests of servers, disks and databases that fail: they kill processes and wait for outages. */
const durability = 'tests/durability/'

/** All test files, as paths from the project's root. */
interface TestFiles {
  /** Those that start a browser, and those of durability. */
  readonly slow: readonly string[]
  readonly quick: readonly string[]
}

/** Finds all test files, and tells the slow ones from the others. */
export function findTests(): TestFiles {
  const importsByFile = new Map<string, readonly string[]>()
  const importsOf = (file: string) => {
    const known = importsByFile.get(file) ?? readImports(file)
    importsByFile.set(file, known)
    return known
  }
  const isSlow = (file: string) => file.startsWith(durability) || closure(file, importsOf).has(browser)
  const { slow = [], quick = [] } = Object.groupBy(
    [...new Bun.Glob('tests/**/*.test.ts').scanSync(root)].sort(),
    (file) => (isSlow(file) ? 'slow' : 'quick'),
  )
  return { slow, quick }
}

/** The files that a file imports, directly or not, and the file itself. */
function closure(file: string, importsOf: (file: string) => readonly string[]): Set<string> {
  const found = new Set([file])
  // Iterating a Set also visits what is added during the loop.
  for (const visited of found) for (const imported of importsOf(visited)) found.add(imported)
  return found
}

/** The files under `tests/` that a file imports. */
function readImports(file: string): string[] {
  return transpiler
    .scanImports(readFileSync(join(root, file), 'utf8'))
    .map(({ path }) =>
      path.startsWith('.') ? join(dirname(file), path) : path.replace(/^#tests\//, 'tests/'),
    )
    .filter((path) => path.startsWith('tests/') && path.endsWith('.ts'))
}
