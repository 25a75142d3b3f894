/** The number of sets; by default as many as last time, but at least 1 and at most 10, and 3 the first time. */
interface Sets {
  readonly sets?: number | undefined
}

/** The weight added after a success, in grams; by default see `defaultIncrement`. */
interface Increment {
  readonly incrementGrams?: number | undefined
}

/** Follows from the memory of the lift. The number of sets comes from the log, as do range and step unless chosen. */
export interface MemoryScheme extends Increment {
  readonly scheme: 'memory'
  /** By default the reps that the lifter usually does. */
  readonly range?: { readonly min: number; readonly max: number } | undefined
}

/** The weight rises after `successes` workouts and falls after `failures` in a row. */
export interface LinearScheme extends Sets, Increment {
  readonly scheme: 'linear'
  /** Default 5. */
  readonly reps?: number | undefined
  /** Default 1. */
  readonly successes?: number | undefined
  /** Default 3. */
  readonly failures?: number | undefined
  /** Default 10. */
  readonly decrementPercent?: number | undefined
  /** A set above this RPE isn't a success. By default effort isn't considered. */
  readonly targetRpe?: number | undefined
}

/** Reps rise to `maxReps`, then the weight rises. */
export interface DoubleScheme extends Sets, Increment {
  readonly scheme: 'double'
  /** Default 8. */
  readonly minReps?: number | undefined
  /** Default 12. */
  readonly maxReps?: number | undefined
}

/** The weight rises once all sets together reach `totalReps`. */
export interface SumScheme extends Sets, Increment {
  readonly scheme: 'sum'
  /** Default 30. */
  readonly totalReps?: number | undefined
}

/** The weight follows from the one-rep max by the RPE chart. */
export interface RpeScheme extends Sets {
  readonly scheme: 'rpe'
  /** Default 5. */
  readonly reps?: number | undefined
  /** Default 8. */
  readonly rpe?: number | undefined
}

/** The weight rises when the last set is two reps over the goal in two consecutive workouts (NSCA). */
export interface TwoForTwoScheme extends Sets, Increment {
  readonly scheme: 'two_for_two'
  /** Default 10. */
  readonly reps?: number | undefined
}

/** Wendler's 5/3/1: percentages of a training max in cycles of four workouts. */
export interface FiveThreeOneScheme extends Increment {
  readonly scheme: 'five_three_one'
  /** The initial training max; by default 0.9 × the best estimated one-rep max of the preceding 12 weeks. */
  readonly trainingMaxGrams?: number | undefined
}

/** GZCLP (Lefever). */
export interface GzclpScheme extends Increment {
  readonly scheme: 'gzclp'
  /** Default 1. */
  readonly tier?: 1 | 2 | 3 | undefined
}

/** Autoregulatory progressive resistance exercise (Mann 2010). */
export interface ApreScheme {
  readonly scheme: 'apre'
  /** The rep maximum that it is based on. Default 6. */
  readonly repMax?: 3 | 6 | 10 | undefined
}

/** A progression scheme, with its parameters. */
export type Scheme =
  | MemoryScheme
  | LinearScheme
  | DoubleScheme
  | SumScheme
  | RpeScheme
  | TwoForTwoScheme
  | FiveThreeOneScheme
  | GzclpScheme
  | ApreScheme

/** The schemes that are rules about the logged sessions rather than the memory. */
export type RuleBasedScheme = Exclude<Scheme, MemoryScheme>

/** The name of a scheme. */
export type SchemeId = Scheme['scheme']

/** All schemes, in the order in which responses list them. */
export const schemeIds = [
  'memory',
  'linear',
  'double',
  'sum',
  'rpe',
  'two_for_two',
  'five_three_one',
  'gzclp',
  'apre',
] as const satisfies readonly SchemeId[]

/** The scheme of exercises for which none was chosen. */
export const defaultScheme = { scheme: 'memory' } as const satisfies Scheme

/** The range of double progression if none was chosen. */
export const doubleRange = { minReps: 8, maxReps: 12 } as const
