import { differs } from '../values/differs.ts'
import type { SetRow, WorkoutAggregate, WorkoutDraft, WorkoutExerciseRow } from './rows.ts'

/** What a save has to write to one table. */
interface RowChanges<Row> {
  readonly inserted: readonly Row[]
  readonly updated: readonly Row[]
  readonly deleted: readonly Row[]
}

/** What a save has to write: nothing that stays the same. */
export interface WorkoutChanges {
  /** Whether the workout's own row differs. */
  readonly workout: boolean
  readonly exercises: RowChanges<WorkoutExerciseRow>
  readonly sets: RowChanges<SetRow>
  /** Whether nothing differs at all. */
  readonly none: boolean
}

/** Compares a stored workout with what a client sent. Pure. */
export function changesBetween(kept: WorkoutAggregate, draft: WorkoutDraft): WorkoutChanges {
  const workout = differs(draft.workout, kept.workout)
  const key = { userId: kept.workout.userId, workoutId: kept.workout.id }
  const exercises = rowChanges(complete(kept.exercises, key), draft.exercises)
  const sets = rowChanges(complete(kept.sets, key), draft.sets)
  return { workout, exercises, sets, none: !workout && isEmpty(exercises) && isEmpty(sets) }
}

/** Rows as stored, with their owner. */
function complete<Row, Key>(rows: readonly Row[], key: Key): (Row & Key)[] {
  return rows.map((row) => ({ ...row, ...key }))
}

function rowChanges<Row extends { readonly id: string }>(
  kept: readonly Row[],
  sent: readonly Row[],
): RowChanges<Row> {
  const keptById = new Map(kept.map((row) => [row.id, row]))
  const inserted: Row[] = []
  const updated: Row[] = []
  for (const row of sent) {
    const before = keptById.get(row.id)
    if (!before) inserted.push(row)
    else if (differs(row, before)) updated.push(row)
    keptById.delete(row.id)
  }
  return { inserted, updated, deleted: [...keptById.values()] }
}

function isEmpty({ inserted, updated, deleted }: RowChanges<unknown>): boolean {
  return inserted.length === 0 && updated.length === 0 && deleted.length === 0
}
