import { expect, test } from 'bun:test'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropStaleBuildInfo } from '#scripts/types/stale-build-info.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

function install(modules: string, name: string): void {
  mkdirSync(join(modules, name), { recursive: true })
  writeFileSync(join(modules, name, 'package.json'), '{}')
}

test('the build info is dropped only after a package was added or removed', () => {
  const modules = temporaryFolder()
  install(modules, 'kysely')
  install(modules, '@types/pg')
  const buildInfo = join(modules, '.cache/types.tsbuildinfo')
  const isKept = () => {
    dropStaleBuildInfo(modules)
    const exists = existsSync(buildInfo)
    writeFileSync(buildInfo, '')
    return exists
  }
  isKept()
  expect(isKept()).toBe(true)
  install(modules, '@types/react')
  expect(isKept()).toBe(false)
  expect(isKept()).toBe(true)
  rmSync(join(modules, 'kysely'), { recursive: true })
  expect(isKept()).toBe(false)
  expect(isKept()).toBe(true)
})
