import { afterAll, beforeAll } from 'bun:test'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { prepare } from '#db/engine/prepare.ts'
import { transact } from '#db/engine/transact.ts'
import type { UserState } from '#db/engine/user-state.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** Two nodes on one database, and what the tests of their transactions write and read. */
export interface TwoNodes {
  nodeAt(index: number): Db
  /** The URL of their database. */
  url(): string
  stateOf(userId: string): Promise<UserState>
  /** The names that were written for a user. */
  namesOf(userId: string): Promise<string[]>
  newUser(): Promise<NewUser>
}

/** A new user, with the user's state, which transactions presume. */
export interface NewUser {
  readonly userId: string
  /** Runs work, possibly more than once, in a transaction that presumes the state; `run` counts from 1. */
  run<T>(work: (tx: Tx, run: number) => Promise<T>): Promise<T>
  /** How often work has run so far. */
  runs(): number
  write(tx: Tx): Promise<number>
}

/** Starts two nodes before the tests of a file, and closes them afterward. */
export function useTwoNodes(): TwoNodes {
  let nodes: readonly OpenServerDatabase[] = []
  let url = ''

  beforeAll(async () => {
    if (!hasPostgres) return
    const first = await openTestPostgres((await startTestPostgres()).url)
    url = first.url
    nodes = [first, await openPostgres({ url: first.url, durable: false })]
  })
  afterAll(async () => {
    for (const node of nodes.toReversed()) await node.close()
  })

  const nodeAt = (index: number) => {
    const node = nodes[index]
    if (!node) throw new Error('there is no server')
    return node.db
  }

  const stateOf = async (userId: string) => {
    const state = await selectState.first(nodeAt(0), { userId })
    if (!state) throw new Error('there is no such user')
    return state
  }

  return {
    nodeAt,
    url: () => url,
    stateOf,
    namesOf: async (userId) => (await listNames.all(nodeAt(0), { userId })).map(({ nameKey }) => nameKey),
    async newUser() {
      const userId = await insertUser(nodeAt(0))
      const state = await stateOf(userId)
      let runs = 0
      return {
        userId,
        run: (work) => transact(nodeAt(0), userId, (tx) => work(tx, ++runs), state),
        runs: () => runs,
        write: (tx) => write(tx, userId, 'bench'),
      }
    },
  }
}

/** Writes a row of a table without `seq`. */
export const insertMapping = prepare((db, row: { userId: string; nameKey: string; exerciseId: string }) =>
  db.insertInto('exerciseNameMappings').values(row),
)
/** Deletes a user's rows. */
export const deleteMappings = prepare((db, p: { userId: string }) =>
  db.deleteFrom('exerciseNameMappings').where('userId', '=', p.userId),
)
const listNames = prepare((db, p: { userId: string }) =>
  db.selectFrom('exerciseNameMappings').select('nameKey').where('userId', '=', p.userId).orderBy('nameKey'),
)
/** Reads rows of a table whose every change raises the user's `seq`. */
export const listPrograms = prepare((db, p: { userId: string }) =>
  db.selectFrom('programs').select('id').where('userId', '=', p.userId),
)
const selectState = prepare((db, p: { userId: string }) =>
  db.selectFrom('users').select(['seq', 'horizon', 'timeZone', 'dayStartHour']).where('id', '=', p.userId),
)

/** The row with a name. */
export const mapping = (userId: string, nameKey: string) => ({ userId, nameKey, exerciseId: 'x' })

/** Raises the user's `seq`, and writes a row. Resolves to the `seq`. */
export async function write(tx: Tx, userId: string, nameKey: string): Promise<number> {
  const seq = await nextSeq(tx, userId)
  await insertMapping.send(tx, mapping(userId, nameKey))
  return seq
}

/** What a transaction can't do without the lock. */
export const needs: readonly [title: string, work: (tx: Tx, userId: string) => Promise<unknown>][] = [
  ['waits for a write', (tx, userId) => insertMapping.run(tx, mapping(userId, 'row'))],
  ['reads a table whose rows change without raising the seq', (tx, userId) => listNames.all(tx, { userId })],
  [
    'reads after it has written',
    async (tx, userId) => {
      await insertMapping.send(tx, mapping(userId, 'row'))
      await listPrograms.all(tx, { userId })
    },
  ],
  ['raises the seq twice', (tx, userId) => nextSeq(tx, userId)],
  [
    'writes more tables and rows than one batch takes',
    async (tx, userId) => {
      for (let row = 0; row < 6; row++) await insertMapping.send(tx, mapping(userId, `row ${row}`))
    },
  ],
]
