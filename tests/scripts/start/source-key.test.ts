import { beforeEach, expect, test } from 'bun:test'
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceKey } from '#scripts/start/source-key.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { copyProject } from './project.ts'

const root = temporaryFolder()
copyProject(root)
let before: string
beforeEach(() => {
  before = sourceKey(root)
})

test('the key of unchanged sources stays the same', () => {
  expect(sourceKey(root)).toBe(before)
})

test.each(['src/main.ts', 'generated/operations.ts', 'scripts/start/build.ts', 'package.json', 'bun.lock'])(
  'the key changes with the contents of %s, even if the file’s size and times stay the same',
  (name) => {
    const file = join(root, name)
    const { size, atime, mtime } = statSync(file)
    writeFileSync(file, ' '.repeat(size))
    utimesSync(file, atime, mtime)
    expect(sourceKey(root)).not.toBe(before)
  },
)

test('the key changes when a file is added, renamed or deleted', () => {
  const keys = new Set([before])
  const changes = [
    () => writeFileSync(join(root, 'src/lib/new.ts'), ''),
    () => renameSync(join(root, 'src/lib/new.ts'), join(root, 'src/lib/renamed.ts')),
    () => rmSync(join(root, 'src/lib/renamed.ts')),
  ]
  for (const [index, change] of changes.entries()) {
    change()
    keys.add(sourceKey(root))
    // After the deletion, the sources are as before, and so is the key.
    expect(keys.size).toBe(Math.min(index + 2, changes.length))
  }
})
