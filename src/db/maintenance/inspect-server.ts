import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresOf } from '../engine/postgres/direct-of.ts'
import { serverProblems } from '../engine/postgres/server.ts'
import { databaseFile } from '../engine/sqlite/data-folder.ts'
import { openDatabase } from '../migrations/open-database.ts'
import type { Db } from '../schema/index.ts'
import { type CopiedTable, copyAll } from './copy-all.ts'
import { type Inspection, inspect, type TableSize } from './inspect.ts'
import type { Row } from './table-pages.ts'

/** The doctor's findings on a PostgreSQL server. */
export type ServerInspection = Omit<Inspection, 'sqliteVersion' | 'freeBytes'>

/**
 * Checks a PostgreSQL database while nodes are using it, and measures its tables. The contents are
 * checked in a temporary SQLite copy, which reveals invalid values, dangling references and
 * contradictions.
 */
export async function inspectServer(db: Db): Promise<ServerInspection> {
  const problems = await serverProblems(db)
  const settings = {
    what: 'settings',
    good: problems.length === 0,
    detail: problems.join('; ') || 'every setting is correct',
  } as const
  const counts = new Map<string, number>()
  const copyFindings = (await inspectCopy(db, ({ table, rows }) => counts.set(table, rows))).filter(
    ({ what }) => what !== 'settings' && what !== 'migrations',
  )
  const findings = [...copyFindings, settings]
  const tables = await tableSizes(db, counts)
  return {
    good: findings.every(({ good }) => good),
    findings,
    bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    tables,
  }
}

async function inspectCopy(db: Db, onTable: (copied: CopiedTable) => void): Promise<Inspection['findings']> {
  const folder = mkdtempSync(join(tmpdir(), 'replog-doctor-'))
  try {
    const copy = await openDatabase({ file: databaseFile(folder) })
    try {
      await copyAll(db, copy.db, onTable)
      return inspect(copy.sqlite).findings
    } catch (error) {
      const detail = `can't be copied: ${error instanceof Error ? error.message : String(error)}`
      return [{ what: 'contents', good: false, detail }]
    } finally {
      await copy.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function tableSizes(db: Db, counts: ReadonlyMap<string, number>): Promise<TableSize[]> {
  const result = await postgresOf(db)?.run(
    `select relname as "table", greatest(reltuples, 0)::bigint as "rows", pg_total_relation_size(oid) as "bytes"
     from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 3 desc`,
    [],
  )
  return (result?.rows ?? []).map((row) => {
    const { table, rows, bytes } = row as Row
    // What isn't copied is small, and estimated.
    return { table: String(table), rows: counts.get(String(table)) ?? Number(rows), bytes: Number(bytes) }
  })
}
