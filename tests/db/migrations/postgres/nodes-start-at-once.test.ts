import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

test.skipIf(!hasPostgres)(
  'of four nodes that start simultaneously on an empty database, exactly one seeds it',
  async () => {
    const { url } = await startTestPostgres()
    await administer(url, 'create database nodes')
    const open = () => openPostgres({ url: urlOf(url, 'nodes'), durable: false, connections: 3 })
    const nodes = await Promise.all([open(), open(), open(), open()])
    const seeded = await Promise.all(nodes.map(({ db }) => seedCatalogue(db, 0)))
    expect(seeded.map(({ inserted }) => inserted > 900).filter(Boolean)).toHaveLength(1)
    expect(seeded.reduce((sum, { updated }) => sum + updated, 0)).toBe(0)
    for (const { close } of nodes) await close()
  },
)
