import { expect, test } from 'bun:test'
import { NodesConnectedError } from '#db/maintenance/connected-nodes.ts'
import { openAlone, openForInspection } from '#db/migrations/location.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'

test.skipIf(!hasPostgres)(
  'a command that needs a database for itself is refused while a node is connected to it',
  async () => {
    const { url } = await startTestPostgres()
    await administer(url, 'create database alone')
    const location = { kind: 'server', url: urlOf(url, 'alone'), durable: false } as const
    const alone = await openAlone(location)
    // Another command may be connected, because unlike a node it isn't asked to save anything.
    await (await openAlone(location)).close()
    await alone.close()

    const node = await openPostgres(location)
    await node.db.selectFrom('users').select('id').execute()
    expect(await rejectionOf(openAlone(location))).toBeInstanceOf(NodesConnectedError)
    await (await openForInspection(location)).close()
    await node.close()
  },
)
