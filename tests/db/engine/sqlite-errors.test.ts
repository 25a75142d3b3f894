import { expect, test } from 'bun:test'
import { DamagedDatabaseError, translated } from '#db/engine/sqlite/errors.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** Bun's own errors have this name. */
const errorOf = (code: string) => Object.assign(new Error('failed'), { name: 'SQLiteError', code })

test.each([
  'SQLITE_CORRUPT',
  'SQLITE_CORRUPT_INDEX',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
])('%s is damage, which retries cannot fix', (code) => {
  expect(translated(errorOf(code))).toBeInstanceOf(DamagedDatabaseError)
})

test.each([
  ['SQLITE_FULL', 'disk is full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_IOERR_SHMSIZE', "can't be written to"],
  ['SQLITE_CANTOPEN', "can't be written to"],
])('%s is temporary, and the message says why', (code, says) => {
  const error = errorOf(code)
  const seen = translated(error)
  expect(seen).toBeInstanceOf(Unavailable)
  expect(seen).toMatchObject({ message: expect.stringContaining(says), cause: error })
})

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_FULLER'])('%s is unchanged', (code) => {
  const error = errorOf(code)
  expect(translated(error)).toBe(error)
})

test('an error from elsewhere is unchanged, whatever its code', () => {
  const error = Object.assign(new Error('no'), { code: 'SQLITE_FULL' })
  expect(translated(error)).toBe(error)
})
