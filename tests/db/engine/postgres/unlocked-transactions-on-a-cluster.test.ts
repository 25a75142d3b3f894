import { expect, test } from 'bun:test'
import { ClusterCommits } from '#db/engine/postgres/cluster-commits.ts'
import { setSeq } from '#db/engine/postgres/locked-user.ts'
import { createPool } from '#db/engine/postgres/pool.ts'
import { ReadableTexts } from '#db/engine/postgres/readable-texts.ts'
import { SharedConnections } from '#db/engine/postgres/shared-connections.ts'
import { UnlockedConnection } from '#db/engine/postgres/unlocked-connection.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { statementsSentDuring } from '#tests/support/statements.ts'
import { useTwoNodes } from './two-nodes-fixture.ts'

const { nodeAt, url, stateOf, namesOf } = useTwoNodes()

test.skipIf(!hasPostgres)(
  'on a cluster, whose workers commit each statement, an unlocked transaction begins and commits',
  async () => {
    const userId = await insertUser(nodeAt(0))
    const expected = await stateOf(userId)
    const pool = createPool({ url: url() })
    const sharedConnections = new SharedConnections(pool)
    const server = {
      sharedConnections,
      names: undefined,
      readableTexts: new ReadableTexts(),
      commits: new ClusterCommits(pool, undefined),
    }
    /** Runs a transaction as on a cluster. */
    const run = async (values: readonly unknown[]) => {
      const scope = { database: pool, userId, commitsAlone: false, state: 'open', outer: undefined } as const
      const connection = new UnlockedConnection(server, { ...scope }, expected)
      const user = await connection.lockedUser()
      await connection.send({ text: setSeq, values: [++user.seq, userId] })
      await connection.send({ text: 'insert into "exerciseNameMappings" values ($1, $2, $3)', values })
      await connection.commit()
    }
    const sent = await statementsSentDuring(() => run([userId, 'bench', 'x']))
    expect(sent.map(({ text }) => text.split(' ', 2).join(' '))).toEqual([
      'begin',
      'with "changed"',
      'insert into',
      'commit',
    ])
    const failed = await statementsSentDuring(() => run([userId, 'row', 'x']).catch(() => undefined))
    expect(failed.at(-1)?.text).toBe('rollback')
    expect(await namesOf(userId)).toEqual(['bench'])
    await pool.end()
  },
)
