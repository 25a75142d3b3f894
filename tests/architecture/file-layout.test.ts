import { expect, test } from 'bun:test'
import { knownViolations } from './known-violations.ts'
import { importsOf, sourceFiles, textOf } from './source-files.ts'

const outsideEngine = sourceFiles.filter((file) => !file.startsWith('src/db/engine/'))

test('only the engine imports bun:sqlite and uses its codes', () => {
  const importing = outsideEngine.filter((file) => importsOf(file).includes('bun:sqlite'))
  const knowing = outsideEngine.filter((file) => /SQLITE_[A-Z]|SQLiteError/.test(textOf(file)))
  expect({ importing, knowing }).toEqual({ importing: [], knowing: [] })
})

test('no file has the same name as a folder next to it', () => {
  const folders = new Set(sourceFiles.flatMap(foldersOf))
  const twins = sourceFiles.filter((file) => folders.has(file.replace(/\.tsx?$/, '')))
  expect(twins.filter((file) => !knownViolations.includes(file))).toEqual([])
})

test('every file in src/db is in a subfolder', () => {
  expect(sourceFiles.filter((file) => /^src\/db\/[^/]+\.ts$/.test(file))).toEqual([])
})

function foldersOf(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(0, -1).map((_, depth) => parts.slice(0, depth + 1).join('/'))
}
