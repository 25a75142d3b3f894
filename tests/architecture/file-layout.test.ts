import { expect, test } from 'bun:test'
import { knownViolations } from './known-violations.ts'
import { importsOf, ownFiles, sourceFiles, textOf } from './source-files.ts'

const outsideEngine = sourceFiles.filter((file) => !file.startsWith('src/db/engine/'))

test('only the engine imports bun:sqlite and uses its error codes', () => {
  const importingSqlite = outsideEngine.filter((file) => importsOf(file).includes('bun:sqlite'))
  const usingCodes = outsideEngine.filter((file) => /SQLITE_[A-Z]|SQLiteError/.test(textOf(file)))
  expect({ importingSqlite, usingCodes }).toEqual({ importingSqlite: [], usingCodes: [] })
})

test('no source file finds files relative to its own path, which differs in a bundle', () => {
  const relative = sourceFiles.filter((file) => /import\.meta\.(url|dir|path|file)/.test(textOf(file)))
  expect(relative).toEqual([])
})

test('no file has the same name as a folder next to it', () => {
  const folders = new Set(sourceFiles.flatMap(foldersOf))
  const conflicts = sourceFiles.filter((file) => folders.has(file.replace(/\.tsx?$/, '')))
  expect(conflicts.filter((file) => !knownViolations.includes(file))).toEqual([])
})

test('every file in src/db is in a subfolder', () => {
  expect(sourceFiles.filter((file) => /^src\/db\/[^/]+\.ts$/.test(file))).toEqual([])
})

test('no line of a comment is longer than 120 characters, unless it contains a URL', () => {
  const isTooLong = (line: string) =>
    line.length > 120 && /^\s*(\/\/|\/\*|\*)/.test(line) && !line.includes('://')
  const places = ownFiles.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (isTooLong(line) ? `${file}:${index + 1}` : [])),
  )
  expect(places).toEqual([])
})

test('tests await rejections with rejectionOf, because `rejects` can stop the event loop for minutes', () => {
  const stopping = ownFiles.filter((file) => /\)\s*\.(rejects|resolves)\b/.test(textOf(file)))
  expect(stopping).toEqual([])
})

function foldersOf(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(0, -1).map((_, depth) => parts.slice(0, depth + 1).join('/'))
}
