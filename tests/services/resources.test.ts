import { expect, test } from 'bun:test'
import { syncedTableNames } from '#db/sync/tables.ts'
import { resources, settings } from '#services/resources.ts'
import { testApp } from '#tests/support/app.ts'
import { nodeOf, resolved } from '#tests/support/contract.ts'

/** Tables with a `seq` that belong to no resource or setting. */
const exceptions = {
  users: "Its seq is the number of the user's last change.",
  memoryCheckpoints: 'A cache; its seq is that of the last change that it includes.',
} as const

const registered = [...Object.values(resources), ...settings]

async function columnsByTable(): Promise<Map<string, string[]>> {
  const { sqlite } = await testApp()
  const rows = sqlite
    .query<{ table: string; column: string }, []>(
      `select t.name as "table", c.name as "column" from pragma_table_list t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite%'`,
    )
    .all()
  const byTable = Map.groupBy(rows, ({ table }) => table)
  return new Map([...byTable].map(([table, columns]) => [table, columns.map(({ column }) => column)]))
}

test('every table with a seq belongs to a registered resource or setting', async () => {
  const tablesWithSeq = [...(await columnsByTable())].flatMap(([table, columns]) =>
    columns.includes('seq') ? [table] : [],
  )
  const knownTables = new Set<string>([...registered.map(({ table }) => table), ...Object.keys(exceptions)])
  expect(tablesWithSeq.filter((table) => !knownTables.has(table))).toEqual([])
})

test('every synced table has the columns that sync reads, and exactly one resource', async () => {
  const columns = await columnsByTable()
  for (const table of syncedTableNames) {
    expect(columns.get(table)).toEqual(
      expect.arrayContaining(['userId', 'id', 'seq', 'revision', 'createdAt', 'updatedAt', 'deletedAt']),
    )
  }
  const tables = Object.values(resources).map(({ table }) => table)
  expect(tables.toSorted()).toEqual(syncedTableNames.toSorted())
})

test('every list of the export belongs to a registered resource or setting', () => {
  const metadata = ['format', 'version', 'exportedAt', 'user']
  const accountExport = resolved({ $ref: '#/components/schemas/AccountExport' })
  const members = registered.map(({ exported }) => exported.member)
  expect([...metadata, ...members].toSorted()).toEqual(
    Object.keys(nodeOf(accountExport.properties)).toSorted(),
  )
})
