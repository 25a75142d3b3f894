import { gramsFor, type StoredSet, type WorkoutFrame } from '#training/log/performed-set.ts'
import type { PerformedSet } from '#training/types.ts'
import type { WeightUnit } from '#training/units.ts'

/** The columns of a set that figures use. */
type PerformedSetColumns = StoredSet & { readonly workoutId: string }

/**
 * A logged set as input for figures in `unit`, with the same members as `performedSet` returns. Its id is read from the
 * packed row on demand: most figures need none, and converting it takes longer than everything else. As a getter, it
 * isn't copied by spreading.
 */
export class LoggedPerformedSet implements PerformedSet {
  readonly workoutId: string
  readonly exerciseId: string
  readonly performedAt: number
  readonly timeZone: string | undefined
  readonly workoutBodyweightGrams: number | undefined
  readonly type: PerformedSet['type']
  readonly reps: number | undefined
  readonly weightGrams: number | undefined
  readonly assistanceGrams: number | undefined
  readonly durationSeconds: number | undefined
  readonly distanceMillimeters: number | undefined
  readonly rpe: number | undefined
  readonly rir: number | undefined
  readonly side: PerformedSet['side']
  readonly confirmed: boolean | undefined
  readonly #logged: PerformedSetColumns

  constructor(logged: PerformedSetColumns, unit: WeightUnit, frame?: WorkoutFrame) {
    const { weightGrams, assistanceGrams } = logged
    this.workoutId = logged.workoutId
    this.exerciseId = logged.exerciseId
    this.performedAt = logged.performedAt
    this.timeZone = frame?.timeZone
    this.workoutBodyweightGrams = frame?.bodyweightGrams
    this.type = logged.type
    this.reps = logged.reps ?? undefined
    this.weightGrams = weightGrams === null ? undefined : gramsFor(weightGrams, unit)
    this.assistanceGrams = assistanceGrams === null ? undefined : gramsFor(assistanceGrams, unit)
    this.durationSeconds = logged.durationSeconds ?? undefined
    this.distanceMillimeters = logged.distanceMillimeters ?? undefined
    this.rpe = logged.rpe ?? undefined
    this.rir = logged.rir ?? undefined
    this.side = logged.side ?? undefined
    this.confirmed = logged.confirmed ?? undefined
    this.#logged = logged
  }

  get id(): string {
    return this.#logged.id
  }
}
