import { expect, test } from 'bun:test'
import { dirname, join } from 'node:path'
import { importsOf, ownFiles, textOf } from './source-files.ts'

const productFiles = new Set(ownFiles.filter((file) => !/^tests\/|\.d\.ts$/.test(file)))

/** The files whose path from the project's root, from the folder of `file`, or from src or src/web is in its text. */
function namedIn(file: string): string[] {
  return [...textOf(file).matchAll(/[\w./-]+\.tsx?\b/g)].flatMap(([path]) =>
    ['.', dirname(file), 'src', 'src/web'].map((folder) => join(folder, path)),
  )
}

/** Name the files that people and CI start, and those that packages export. */
const starts = ['package.json', 'CONTRIBUTING.md', '.ci/run', '.ci/pack-client']

test('every file is imported, started or bundled by another one that is used', () => {
  const used = new Set<string>()
  const add = (file: string) => {
    if (!productFiles.has(file) || used.has(file)) return
    used.add(file)
    for (const other of [...importsOf(file), ...namedIn(file)]) add(other)
  }
  for (const start of starts) for (const file of namedIn(start)) add(file)
  expect([...productFiles.difference(used)]).toEqual([])
})
