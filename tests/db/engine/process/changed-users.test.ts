import { expect, test } from 'bun:test'
import { endAllSessions } from '#db/accounts/sessions.ts'
import { onUsersChanged } from '#db/engine/process/changed-users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { nextSeq, raiseSeqBy } from '#db/sync/change-numbers.ts'
import { insertUser, openTestDatabase } from '../../fixture.ts'

type Change = (tx: Tx, userId: string) => Promise<unknown>

const cases: readonly [title: string, changes: readonly Change[], seq: number | undefined][] = [
  ['one change', [nextSeq], 1],
  ['several changes', [nextSeq, (tx, id) => raiseSeqBy(tx, id, 3), nextSeq], 5],
  ['ended sessions', [(tx, id) => endAllSessions(tx, id, 0)], undefined],
  ['a change after ended sessions', [(tx, id) => endAllSessions(tx, id, 0), nextSeq], undefined],
  ['a change before ended sessions', [nextSeq, (tx, id) => endAllSessions(tx, id, 0)], undefined],
]

test.each(cases)(
  'listeners are told the last seq unless sessions have ended: %s',
  async (_, changes, seq) => {
    const { db } = await openTestDatabase()
    const userId = await insertUser(db)
    const announced: unknown[] = []
    onUsersChanged(db, (users) => announced.push([...users]))
    await transact(db, userId, async (tx) => {
      for (const change of changes) await change(tx, userId)
    })
    expect(announced).toEqual([[[userId, seq]]])
  },
)
