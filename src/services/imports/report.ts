import { settingsCounts } from '#db/imports/imported-settings.ts'
import { type ImportState, pendingLifetimeMs } from '#db/imports/imports.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { unpackedJson } from './archive.ts'
import type { Ready } from './ready.ts'

/** The part of an import that is stored as its report; the rest are columns. */
export type ImportReport = Omit<
  Schemas['Import'],
  'id' | 'status' | 'createdAt' | 'expiresAt' | 'committedAt' | 'undoneAt' | 'timeZone'
>

/** The report on a file. */
export function reportOf({ log, comparison, settings }: Ready): ImportReport {
  const { weightUnit, distanceUnit, rounded, dayOrder } = log
  return {
    format: log.format,
    variant: log.variant,
    evidence: log.evidence,
    weightUnit: findingOf(weightUnit),
    distanceUnit: findingOf(distanceUnit),
    ...(dayOrder !== undefined && { dayOrder }),
    rows: log.rows,
    skippedRows: log.skippedRows,
    ...comparison,
    ...(settings && { settings: { ...settingsCounts(settings) } }),
    problems: log.problems.map(({ line, field, code, effect, message }) => ({
      ...(line !== undefined && { line }),
      ...(field !== undefined && { field }),
      code,
      effect,
      message,
    })),
    problemCount: log.problemCount,
    snapped: { count: rounded.count, examples: [...rounded.examples] },
  }
}

function findingOf<Unit extends string>(finding: {
  readonly unit: Unit | undefined
  readonly basis: Schemas['UnitBasis']
  readonly ask: boolean
  readonly sure?: boolean
  readonly evidence: readonly string[]
}) {
  const { unit, basis, ask, sure, evidence } = finding
  return {
    ...(unit !== undefined && { unit }),
    basis,
    ask,
    ...(sure !== undefined && { sure }),
    evidence: [...evidence],
  }
}

/** An import in the shape of the contract. */
export async function presentImport(
  row: Omit<ImportState, 'replacedProfile' | 'weightUnit' | 'userId'>,
): Promise<Schemas['Import']> {
  const { id, status, createdAt, committedAt, undoneAt, timeZone } = row
  return {
    id,
    status,
    createdAt: instant(createdAt),
    ...(status === 'pending' && { expiresAt: instant(createdAt + pendingLifetimeMs) }),
    ...(committedAt !== null && { committedAt: instant(committedAt) }),
    ...(undoneAt !== null && { undoneAt: instant(undoneAt) }),
    timeZone,
    ...(await unpackedJson<ImportReport>(row.report)),
  }
}
