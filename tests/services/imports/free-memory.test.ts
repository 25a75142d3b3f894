import { afterEach, expect, jest, test } from 'bun:test'
import { findProfile } from '#db/accounts/users.ts'
import { readUpload } from '#services/imports/create.ts'
import { collectWhileImporting, countImport, freeMemoryLater } from '#services/imports/free-memory.ts'
import { strongFile } from '#tests/handlers/imports/import-file.ts'
import { testApp } from '#tests/support/app.ts'
import { collectsGarbage } from '#tests/support/garbage.ts'
import { rejectionOf } from '#tests/support/rejection.ts'

afterEach(() => {
  jest.useRealTimers()
})

/** The size from which a file is worth freeing memory for. */
const largeFileBytes = 512 * 1024

test('garbage is collected while large imports run, and no longer once all of them have ended', async () => {
  jest.useFakeTimers()
  countImport()
  countImport()
  collectWhileImporting(largeFileBytes)
  expect(await collectsGarbage()).toBe(true)
  freeMemoryLater(0)
  expect(await collectsGarbage()).toBe(true)
  freeMemoryLater(0)
  expect(jest.getTimerCount()).toBe(0)
})

test('no garbage is collected for small files', () => {
  jest.useFakeTimers()
  countImport()
  collectWhileImporting(largeFileBytes - 1)
  expect(jest.getTimerCount()).toBe(0)
  freeMemoryLater(largeFileBytes - 1)
  expect(jest.getTimerCount()).toBe(0)
})

test.each([
  ['first', 0],
  ['second', 1],
] as const)(
  'garbage is no longer collected after the %s read of an uploaded file has failed',
  async (_, reads) => {
    const app = await testApp()
    const { id } = await app.register()
    const user = await findProfile(app.db, id)
    if (!user) throw new Error('there is no profile')
    const spaces = ' '.repeat(largeFileBytes)
    const file = new Blob([strongFile(['2024-03-01', `Bench Press (Barbell)${spaces}`, 1])])
    const failure = new Error('unreadable')
    const bytes = file.bytes.bind(file)
    let left = reads
    file.bytes = () => (left-- > 0 ? bytes() : Promise.reject(failure))
    jest.useFakeTimers()
    expect(await rejectionOf(readUpload(app.db, user, { file }))).toBe(failure)
    // Only the first step of freeing all memory is left.
    expect(jest.getTimerCount()).toBe(1)
    jest.clearAllTimers()
  },
)
