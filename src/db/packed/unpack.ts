import type { SetRow } from '../workouts/rows.ts'
import type { PackedData } from './format.ts'
import { idTexts } from './set-ids.ts'
import { SetReader } from './set-reader.ts'

/** The packed data of a set, and where it is from. */
export type UnpackedSet = PackedData &
  Pick<SetRow, 'exerciseId' | 'performedAt'> & { readonly workoutId: string }

/** A row with packed sets. */
interface RowWithSets {
  readonly workoutId: string
  readonly startedAt: number
  readonly packedSets: Uint8Array
}

/**
 * Unpacks sets in chronological order. Rest, target and units are known only for sets packed by exercise. A row's ids
 * are converted to strings when one of them is read, because that takes as long as everything else.
 */
export function unpackSets(rows: readonly RowWithSets[]): UnpackedSet[] {
  const reader = new RowReader()
  for (const row of rows) reader.read(row)
  return reader.sets
}

/** Reads rows, and keeps their sets. */
class RowReader extends SetReader {
  readonly sets: UnpackedSet[] = []

  constructor() {
    super((whole) => whole)
  }

  read(row: RowWithSets): void {
    this.open(row.packedSets)
    const ids = new SetIds(row, this.count)
    for (let index = 0; index < this.count; index++) {
      this.readSet()
      this.sets.push(new LazySet(this, row, ids, index))
    }
  }
}

/** The ids of a row's sets. */
class SetIds {
  readonly #row: RowWithSets
  readonly #count: number
  #texts: string[] | undefined

  constructor(row: RowWithSets, count: number) {
    this.#row = row
    this.#count = count
  }

  textAt(index: number): string {
    this.#texts ??= idTexts(this.#row.packedSets, this.#row.workoutId, this.#count)
    return this.#texts[index] ?? ''
  }
}

class LazySet implements UnpackedSet {
  readonly workoutId: string
  readonly exerciseId: string
  readonly performedAt: number
  readonly type: SetRow['type']
  readonly side: SetRow['side']
  readonly reps: number | null
  readonly weightGrams: number | null
  readonly assistanceGrams: number | null
  readonly durationSeconds: number | null
  readonly distanceMillimeters: number | null
  readonly rpe: number | null
  readonly rir: number | null
  readonly restSeconds: number | null
  readonly target: SetRow['target']
  readonly weightUnit: SetRow['weightUnit']
  readonly assistanceUnit: SetRow['assistanceUnit']
  readonly confirmed: SetRow['confirmed']
  readonly #ids: SetIds
  readonly #index: number

  constructor(current: SetReader, { workoutId, startedAt }: RowWithSets, ids: SetIds, index: number) {
    this.workoutId = workoutId
    this.exerciseId = current.exerciseId
    this.performedAt = startedAt
    this.type = current.type
    this.side = current.side ?? null
    this.reps = current.reps ?? null
    this.weightGrams = current.weightGrams ?? null
    this.assistanceGrams = current.assistanceGrams ?? null
    this.durationSeconds = current.durationSeconds ?? null
    this.distanceMillimeters = current.distanceMillimeters ?? null
    this.rpe = current.rpe ?? null
    this.rir = current.rir ?? null
    this.restSeconds = current.restSeconds ?? null
    // Written by `packPerformed` from the target's JSON.
    this.target = (current.target ?? null) as SetRow['target']
    this.weightUnit = current.weightUnit ?? null
    this.assistanceUnit = current.assistanceUnit ?? null
    this.confirmed = current.confirmed ? true : null
    this.#ids = ids
    this.#index = index
  }

  get id(): string {
    return this.#ids.textAt(this.#index)
  }
}
