import type { OwnExerciseRow } from '#db/exercises/rows.ts'
import type { NewSettings } from '#db/imports/settings.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { ProfileSettings } from '#db/schema/imports.ts'
import type { WorkoutAggregate, WorkoutDraft } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedLog } from '#interchange/model.ts'
import type { FieldProblem } from '../crud/results.ts'
import type { PreparedLists } from './lists.ts'
import type { Change } from './plan.ts'

/** A custom exercise that an import creates, with its original timestamps, if any. */
export interface NewExercise {
  readonly input: Schemas['ExerciseInput'] & { readonly id: string }
  readonly stamps?: Pick<OwnExerciseRow, 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt'>
}

/** An accepted change, with the workout as in this file. */
export interface AcceptedChange extends Change {
  readonly draft: WorkoutDraft
}

/** The rows of an import. Their `seq` is assigned when they are published. */
export interface ImportRows {
  /** Created lazily, because all of them would take tens of megabytes. */
  workouts(): AsyncIterable<WorkoutAggregate>
  measurements(): Promise<readonly MeasurementRow[]>
}

/** The part of a report that depends on the user's data. */
type Comparison = Pick<
  Schemas['Import'],
  'workouts' | 'sets' | 'measurements' | 'exercises' | 'duplicates' | 'days'
>

/**
 * A file that was read and compared with the user's data: everything that the report contains and that a
 * commit writes.
 */
export interface PreparedImport {
  readonly log: ImportedLog
  readonly comparison: Comparison
  readonly exercises: readonly NewExercise[]
  /** The user's mappings of names: exercise ids by the key under which they are remembered. */
  readonly namesToRemember: ReadonlyMap<string, string>
  /** Digests of workouts by id. */
  readonly fingerprints: ReadonlyMap<string, string>
  /** From an account export, if the account is empty. */
  readonly profile?: ProfileSettings | undefined
  /** From an account export: settings that the account doesn't have. */
  readonly settings?: NewSettings | undefined
  /** From an account export: rows to write in the transaction of the commit. */
  readonly lists?: PreparedLists | undefined
  /** The changes to existing workouts that the user accepts. */
  readonly changes: readonly AcceptedChange[]
  /** Problems with the corrections. */
  readonly problems: readonly FieldProblem[]
  rows(now: number): ImportRows
}

/** The maximum number of duplicates to list individually. */
export const maxListedDuplicates = 200

/** Counts the items, and the new ones among them. */
export function importCount(found: number, newCount: number): Schemas['ImportCount'] {
  return { found, new: newCount, duplicates: found - newCount }
}
