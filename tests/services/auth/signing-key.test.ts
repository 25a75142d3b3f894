import { expect, test } from 'bun:test'
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTokenKeys, signingKeyFile, tokenKeysOf } from '#services/auth/signing-key.ts'
import { temporaryFolder } from '#tests/db/fixture.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test('the first start creates a key of 32 bytes that only its owner may read', () => {
  const folder = temporaryFolder()
  const keys = loadTokenKeys(folder, undefined)
  expect(keys.access).toHaveLength(32)
  expect(modeOf(join(folder, signingKeyFile))).toBe(0o600)
  expect(readdirSync(folder)).toEqual([signingKeyFile])
})

test('the next start loads the same key', () => {
  const folder = temporaryFolder()
  expect(loadTokenKeys(folder, undefined)).toEqual(loadTokenKeys(folder, undefined))
})

test('two data folders have different keys', () => {
  expect(loadTokenKeys(temporaryFolder(), undefined)).not.toEqual(loadTokenKeys(temporaryFolder(), undefined))
})

test('a key file with wider permissions is restricted to its owner', () => {
  const folder = temporaryFolder()
  const keys = loadTokenKeys(folder, undefined)
  chmodSync(join(folder, signingKeyFile), 0o644)
  expect(loadTokenKeys(folder, undefined)).toEqual(keys)
  expect(modeOf(join(folder, signingKeyFile))).toBe(0o600)
})

test.each(['', 'short', 'not base64url, not 43 characters long at all\n'])(
  'a key file without a key (%p) is an error and is not changed',
  (content) => {
    const folder = temporaryFolder()
    const file = join(folder, signingKeyFile)
    writeFileSync(file, content)
    expect(() => loadTokenKeys(folder, undefined)).toThrow('contains no signing key')
    expect(readFileSync(file, 'utf8')).toBe(content)
  },
)

test('processes that start at the same time get the same key', async () => {
  const folder = temporaryFolder()
  const module = join(import.meta.dir, '../../../src/services/auth/signing-key.ts')
  const script = `
    const { loadTokenKeys } = await import(${JSON.stringify(module)})
    console.write(Buffer.from(loadTokenKeys(${JSON.stringify(folder)}, undefined).access).toString('hex'))`
  const starts = Array.from({ length: 4 }, () =>
    Bun.spawn([process.execPath, '-e', script], { stdout: 'pipe' }),
  )
  const keys = await Promise.all(starts.map((start) => new Response(start.stdout).text()))
  expect(keys[0]).toHaveLength(64)
  expect(new Set(keys).size).toBe(1)
  expect(readdirSync(folder)).toEqual([signingKeyFile])
})

test("the operator's secret is the key, and no file is created", () => {
  const folder = temporaryFolder()
  const secret = 'a secret of at least thirty-two bytes, ü too'
  expect(loadTokenKeys(folder, secret).access).toEqual(Buffer.from(secret))
  expect(readdirSync(folder)).toEqual([])
})

test('the key of refresh tokens differs from the signing key and is derived from it', () => {
  const key = new Uint8Array(32).fill(7)
  const { access, refresh } = tokenKeysOf(key)
  expect(refresh).toHaveLength(32)
  expect(refresh).not.toEqual(access)
  expect(tokenKeysOf(key).refresh).toEqual(refresh)
})

test('a key that is too short is rejected', () => {
  expect(() => tokenKeysOf(new Uint8Array(31))).toThrow(RangeError)
})
