import type { OwnExerciseRow } from '#db/exercises/rows.ts'
import type { NewSettings } from '#db/imports/settings.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { ProfileSettings } from '#db/schema/imports.ts'
import type { WorkoutAggregate, WorkoutDraft } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedLog } from '#interchange/model.ts'
import type { FieldProblem } from '../crud/results.ts'
import type { Change } from './plan.ts'
import type { PreparedWhole } from './whole.ts'

/** A custom exercise that an import creates, with its original timestamps, if any. */
export interface NewExercise {
  readonly input: Schemas['ExerciseInput'] & { readonly id: string }
  readonly stamps?: Pick<OwnExerciseRow, 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt'>
}

/** A workout imported earlier, as it is in this file. */
interface AcceptedChange extends Change {
  readonly draft: WorkoutDraft
}

/** The rows of an import. Their `seq` is assigned when they are published. */
export interface ImportRows {
  /** Created lazily: all at once they would take tens of megabytes. */
  workouts(): AsyncIterable<WorkoutAggregate>
  measurements(): Promise<readonly MeasurementRow[]>
}

/** What a report says about a file beyond the result of reading it. */
type Comparison = Pick<
  Schemas['Import'],
  'workouts' | 'sets' | 'measurements' | 'exercises' | 'duplicates' | 'days'
>

/**
 * A file that was read and compared with what the user has: everything that a report says and a commit
 * writes.
 */
export interface PreparedImport {
  readonly log: ImportedLog
  readonly comparison: Comparison
  readonly exercises: readonly NewExercise[]
  /** The user's answers about names: exercise ids by the key under which they are remembered. */
  readonly given: ReadonlyMap<string, string>
  /** Digests of workouts by id. */
  readonly fingerprints: ReadonlyMap<string, string>
  /** From an account export, for an account that is still empty. */
  readonly profile?: ProfileSettings | undefined
  /** From an account export: what the account doesn't have. */
  readonly settings?: NewSettings | undefined
  /** From an account export: what is written in the transaction of the commit. */
  readonly whole?: PreparedWhole | undefined
  /** The changes to existing workouts that the user accepts. */
  readonly changes: readonly AcceptedChange[]
  /** Problems with the corrections. */
  readonly problems: readonly FieldProblem[]
  rows(now: number): ImportRows
}

/** How many duplicates are listed individually. */
export const listedDuplicates = 200

/** How many there are, and how many of them are new. */
export function counted(found: number, fresh: number): Schemas['ImportCount'] {
  return { found, new: fresh, duplicates: found - fresh }
}
