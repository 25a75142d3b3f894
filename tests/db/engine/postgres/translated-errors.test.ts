import { expect, test } from 'bun:test'
import { DatabaseError } from 'pg'
import { connectionFailure, translateError } from '#db/engine/postgres/errors.ts'
import { StatementNames } from '#db/engine/postgres/statement-names.ts'
import { TransactionConflictError } from '#db/engine/transaction-conflict.ts'
import { Unavailable } from '#lib/unavailable.ts'

function serverError(code: string): DatabaseError {
  return Object.assign(new DatabaseError('a message', 9, 'error'), { code, severity: 'ERROR' })
}

test.each([
  ['a full disk', '53100', 'disk is full'],
  ['too many connections', '53300', 'overloaded'],
  ['a read-only server', '25006', 'read-only'],
  ['a lock timeout', '55P03', 'took too long'],
  ['a statement timeout', '57014', 'took too long'],
  ['a shutdown', '57P01', 'unreachable'],
  ['an idle transaction', '25P03', 'unreachable'],
  ['a lost connection', '08006', 'unreachable'],
  ['a column that a newer release removed', '42703', 'newer release'],
  ['a fault of the disk', '58030', 'disk has failed'],
  ['a missing file', '58P01', 'disk has failed'],
  ['a damaged page', 'XX001', 'damaged'],
  ['a damaged index', 'XX002', 'damaged'],
])('%s is temporary, and its cause is known', (_title, code, detail) => {
  const error = serverError(code)
  const translated = translateError(error)
  expect(translated).toBeInstanceOf(Unavailable)
  expect(translated).toMatchObject({ message: expect.stringContaining(detail), cause: error })
})

test.each(['40001', '40P01'])('%s is a conflict', (code) => {
  expect(translateError(serverError(code))).toBeInstanceOf(TransactionConflictError)
})

test.each(['42P05', '26000'])(
  '%s is a conflict, after which statements are renewed, if pgbouncer named it',
  (code) => {
    const byPooler = Object.assign(serverError(code), {
      message: 'prepared statement "PGBOUNCER_53" is amiss',
    })
    expect(translateError(byPooler)).toBeInstanceOf(TransactionConflictError)
    const names = new StatementNames()
    const statement = names.named('select 1', [])
    names.renewAfter(byPooler, statement)
    expect(names.named('select 1', [])).not.toEqual(statement)
    expect(translateError(serverError(code))).toMatchObject({ name: 'LostStatementsError' })
  },
)

test.each(['23505', '22P02', 'XX000'])('%s is unchanged', (code) => {
  const error = serverError(code)
  expect(translateError(error)).toBe(error)
})

test('of the errors of a batch, only those without a severity mean that the connection was lost', () => {
  const error = serverError('23505')
  expect(connectionFailure(error)).toBe(error)
  const lost = new Error('a fault without a code')
  expect(connectionFailure(lost)).toBeInstanceOf(Unavailable)
  expect(connectionFailure(lost)).toMatchObject({ cause: lost })
})
