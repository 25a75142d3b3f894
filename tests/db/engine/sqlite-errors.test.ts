import { expect, test } from 'bun:test'
import { DamagedDatabaseError, translateError } from '#db/engine/sqlite/errors.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** An error with the name and code that Bun gives to SQLite's errors. */
const errorOf = (code: string) => Object.assign(new Error('failed'), { name: 'SQLiteError', code })

test.each([
  'SQLITE_CORRUPT',
  'SQLITE_CORRUPT_INDEX',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
])('%s becomes a DamagedDatabaseError', (code) => {
  expect(translateError(errorOf(code))).toBeInstanceOf(DamagedDatabaseError)
})

test.each([
  ['SQLITE_FULL', 'disk is full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_IOERR_SHMSIZE', "can't be written to"],
  ['SQLITE_CANTOPEN', "can't be written to"],
])('%s becomes Unavailable, and the message gives the reason', (code, reason) => {
  const error = errorOf(code)
  const unavailable = translateError(error)
  expect(unavailable).toBeInstanceOf(Unavailable)
  expect(unavailable).toMatchObject({ message: expect.stringContaining(reason), cause: error })
})

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_FULLER'])('%s is unchanged', (code) => {
  const error = errorOf(code)
  expect(translateError(error)).toBe(error)
})

test('an error that is not from SQLite is unchanged, with any code', () => {
  const error = Object.assign(new Error('no'), { code: 'SQLITE_FULL' })
  expect(translateError(error)).toBe(error)
})
