import type { Schemas } from '#generated/types.ts'
import type { DistanceUnit, LengthUnit, Quantity, WeightUnit } from '#training/units.ts'
import type { AccountRules, ImportedAccount } from './account.ts'
import type { DayOrder } from './day-order.ts'

/** The app that wrote the file. `fitnotes_body` is FitNotes' body tracker, `replog` an account export of Replog. */
export type LogFormat = 'strong' | 'hevy' | 'fitnotes' | 'fitnotes_body' | 'replog'

/** Information from the caller that the file may lack. */
export interface ReadOptions {
  /** The IANA zone of local times without an offset. */
  readonly timeZone: string
  /** The unit of weights if the file names none. */
  readonly weightUnit?: WeightUnit | undefined
  /** The order of day and month in dates such as `7/8/2025`, if the file doesn't reveal it. */
  readonly dayOrder?: DayOrder | undefined
  /** Called from time to time with the fraction read so far, 0–1. */
  readonly onProgress?: ((fraction: number) => void) | undefined
  /** Aborts the reading, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Items of an account export that break one of these rules are left out. */
  readonly accountRules?: AccountRules | undefined
}

/** A file's unit and how it was determined. */
export interface UnitFinding<Unit extends string> {
  /** `mixed`: rows have different units. Undefined if no row has such a figure. */
  readonly unit: Unit | 'mixed' | undefined
  /**
   * `header`: a column's name contains the unit. `column`: a separate column contains it. `given`: the caller named
   * it. `guess`: neither the file nor the caller named it, but the evidence suggests it. `fixed`: the format has no
   * other. `none`: no row has such a figure.
   */
  readonly basis: 'header' | 'column' | 'given' | 'guess' | 'fixed' | 'none'
  /** Whether to ask the user before anything is written. */
  readonly ask: boolean
  /** For a guess: whether the evidence is clear. */
  readonly sure?: boolean
  /** Human-readable, one line each. */
  readonly evidence: readonly string[]
}

/** What happened to a row with a problem. */
type ProblemEffect =
  /** The row was left out. */
  | 'row_skipped'
  /** The row was read without the value. */
  | 'value_dropped'
  /** The row was read with the value changed as the message says. */
  | 'value_changed'
  /** The row was read unchanged. */
  | 'kept'

/** The kind of problem. These codes are stable, so that clients can rely on them. */
export type ImportProblemCode =
  | 'column_count'
  | 'quote_not_closed'
  | 'misplaced_quote'
  | 'row_too_long'
  | 'formula'
  | 'missing_value'
  | 'invalid_date'
  | 'clock_gap'
  | 'clock_overlap'
  | 'end_before_start'
  | 'invalid_number'
  | 'ambiguous_number'
  | 'ambiguous_date'
  | 'cells_joined'
  | 'column_ignored'
  | 'negative'
  | 'out_of_range'
  | 'unknown_unit'
  | 'unknown_set_type'
  | 'unlikely_value'
  | 'unknown_measurement'
  | 'rpe_off_scale'
  | 'text_shortened'
  | 'no_set_before'
  | 'duplicate_row'
  | 'duplicate_workout'
  | 'exercise_split'
  | 'workout_split'
  | 'invalid_item'

/** Something about one row that the user should know. */
export interface ImportProblem {
  /** The line on which the row starts, from 1; undefined in a file without lines (JSON). */
  readonly line: number | undefined
  /** The column as the file calls it, or the JSON pointer. */
  readonly field?: string
  readonly code: ImportProblemCode
  readonly effect: ProblemEffect
  /** One human-readable sentence. */
  readonly message: string
}

/** A set from the file, in the contract's units of measure. */
export interface ImportedSet {
  /** The line on which its row starts. */
  readonly line: number
  readonly type: Schemas['SetType']
  /** Restored to what was entered; absent for none or 0. */
  readonly weight?: Quantity<WeightUnit>
  /** Assistance, which files write as a negative weight. */
  readonly assistance?: Quantity<WeightUnit>
  readonly reps?: number
  /** 6–10 in steps of 0.5. */
  readonly rpe?: number
  readonly restSeconds?: number
  readonly durationSeconds?: number
  readonly distance?: Quantity<DistanceUnit>
  readonly notes?: string
}

/** An exercise of a workout, and its sets in order. */
export interface ImportedExercise {
  /** As in the file, trimmed. */
  readonly name: string
  readonly supersetGroup?: number
  readonly notes?: string
  readonly sets: readonly ImportedSet[]
}

/** A workout from the file. */
export interface ImportedWorkout {
  /** The line of its first row. */
  readonly line: number
  /** See `workoutKey` in identity.ts: the same in every export that contains this workout. */
  readonly key: string
  readonly name?: string
  readonly notes?: string
  /** The local time of the start: `2025-03-09T14:08:49`. */
  readonly localStart: string
  /** Whether the file only has a day; the workout then starts at noon. */
  readonly isDayOnly: boolean
  /** The offset that its times have in the file, such as `+02:00`; absent if they are local times. */
  readonly timeZone?: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly endedAt?: number
  readonly exercises: readonly ImportedExercise[]
}

/** A measurement from the file. Its `value` and `unit` are valid for its `kind`. */
export interface ImportedMeasurement {
  readonly line: number
  /** The same in every export that contains this measurement. */
  readonly key: string
  readonly kind: Schemas['MeasurementKind']
  readonly value: number
  readonly unit: WeightUnit | LengthUnit | 'percent'
  /** Milliseconds since 1970; noon if the file has no time. */
  readonly measuredAt: number
  readonly notes?: string
}

/** An exercise name as written in the file, and statistics about its sets. */
export interface FileExercise {
  readonly name: string
  /** The file's own category, as written: `Back`. */
  readonly category?: string
  /** The number of sets under this name. */
  readonly sets: number
  /** The number of sets that have a weight. */
  readonly weighted: number
  /** The number of sets that have reps. */
  readonly counted: number
  /** The number of sets that have a duration. */
  readonly timed: number
  /** The number of sets that have a distance. */
  readonly measured: number
}

/** A weight or distance that was restored to what was originally entered. */
export interface Rounding {
  readonly line: number
  /** `61.23492 kg` */
  readonly from: string
  /** `135 lb` */
  readonly to: string
}

/** The number of weights and distances that were restored, and the first few. */
export interface Roundings {
  readonly count: number
  readonly examples: readonly Rounding[]
}

/** A parsed file, of which nothing has been written yet. */
export interface ImportedLog {
  readonly format: LogFormat
  /** The variant of the format, human-readable: `numbered workouts, units in the header`. */
  readonly variant: string
  /** How the format was recognized, human-readable. */
  readonly evidence: string
  readonly timeZone: string
  readonly weightUnit: UnitFinding<WeightUnit>
  readonly distanceUnit: UnitFinding<DistanceUnit>
  /** Rows after the header, including bad ones. */
  readonly rows: number
  /** Rows that were left out: each has a problem with the effect `row_skipped`. */
  readonly skippedRows: number
  /** Oldest first. Empty for `replog`, whose workouts are in `account`. */
  readonly workouts: readonly ImportedWorkout[]
  readonly measurements: readonly ImportedMeasurement[]
  /** Each name once, in the order of the file. */
  readonly exercises: readonly FileExercise[]
  /** The order of day and month in which numeric dates were read; undefined if the file has none. */
  readonly dayOrder?: DayOrder | undefined
  /** The first 1,000: those of skipped rows, then the others, each in the order of the file. */
  readonly problems: readonly ImportProblem[]
  /** The number of all problems. */
  readonly problemCount: number
  readonly rounded: Roundings
  /** Only for `replog`. */
  readonly account?: ImportedAccount
}

/** The reason why a file can't be read at all. These codes are stable, so that clients can rely on them. */
export type ImportFileCode =
  | 'empty'
  | 'binary'
  | 'unknown_format'
  | 'malformed_json'
  | 'unsupported_version'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_exercises'
  | 'too_many_workouts'
  | 'ambiguous_dates'

/** The file as a whole can't be read. The only error of reading that is due to the file. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError'
  readonly code: ImportFileCode
  /** The line in the file, from 1. */
  readonly line: number | undefined

  constructor(code: ImportFileCode, message: string, line?: number) {
    super(message)
    this.code = code
    this.line = line
  }
}

/** How certain it is that a name means an exercise. */
type Certainty =
  /** The user chose the exercise for this name before. */
  | 'remembered'
  /** The exercise's name, ignoring letter case. */
  | 'exact'
  /** One of the exercise's aliases, ignoring letter case. */
  | 'alias'
  /** The exercise's name or an alias, but with a different word order, grammatical number or spelling. */
  | 'normal'
  /** Similar to the exercise's name or an alias; `score` says how similar. */
  | 'score'

/** The custom exercise to create for a name that matches no exercise. */
export type CustomDraft = Pick<
  Schemas['ExerciseInput'],
  'name' | 'category' | 'equipment' | 'tracking' | 'unilateral'
>

/** The exercise that a name in a file means, or that will be created for it. */
export type NameMapping =
  | {
      readonly kind: 'known'
      readonly exerciseId: string
      readonly certainty: Certainty
      /** 0–1; 1 unless the certainty is `score`. */
      readonly score: number
    }
  | {
      readonly kind: 'custom'
      /** Names that become the same exercise have the same key. */
      readonly key: string
      readonly draft: CustomDraft
      /** Ids of exercises that the name may mean, most likely first. */
      readonly candidates: readonly string[]
    }
