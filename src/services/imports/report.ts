import { type ImportState, pendingLifetimeMs } from '#db/imports/imports.ts'
import { settingsCounts } from '#db/imports/settings.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { WrittenLists } from './lists.ts'
import type { PreparedImport } from './prepared-import.ts'

/** The part of an import that is stored as its report, as opposed to columns. */
export type ImportReport = Omit<
  Schemas['Import'],
  'id' | 'status' | 'createdAt' | 'expiresAt' | 'committedAt' | 'undoneAt' | 'timeZone'
>

/** The report on a file. */
export function reportOf({ log, comparison, settings }: PreparedImport): ImportReport {
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

/** A workout that a commit changed. */
export interface ChangedWorkout {
  readonly id: string
  /** Its revision after the commit. */
  readonly revision: number
  /** Its revision before the commit; by default the one before `revision`. */
  readonly previous?: number
  /** Its revision that equals the file, without what the user has changed; by default `revision`. */
  readonly asInFile?: number
  /** The digest of its sets before the commit. */
  readonly before: string | null
}

export interface StoredReport extends ImportReport {
  /** The workouts that the commit changed. */
  readonly changes?: readonly ChangedWorkout[]
  /** The rows that the commit wrote in its transaction. The name is from when these were only programs and runs. */
  readonly followed?: WrittenLists
}

/** An import in the shape of the contract. */
export function presentUnpacked({
  id,
  status,
  createdAt,
  committedAt,
  undoneAt,
  timeZone,
  report: { changes: _, followed: __, ...report },
}: Pick<ImportState, 'id' | 'status' | 'createdAt' | 'committedAt' | 'undoneAt' | 'timeZone'> & {
  readonly report: StoredReport
}): Schemas['Import'] {
  return {
    id,
    status,
    createdAt: instant(createdAt),
    ...(status === 'pending' && { expiresAt: instant(createdAt + pendingLifetimeMs) }),
    ...(committedAt !== null && { committedAt: instant(committedAt) }),
    ...(undoneAt !== null && { undoneAt: instant(undoneAt) }),
    timeZone,
    ...report,
  }
}
