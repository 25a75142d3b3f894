import { parseArgs } from 'node:util'

/** The options of a run: its figures, its duration, and the size of its data. */
export interface Options {
  /** Where to write the figures as JSON. */
  readonly out: string
  readonly quick: boolean
  /** The number of pairs of rounds per figure, alternating floor and Replog. */
  readonly rounds: number
  readonly roundMs: number
  /** The warm-up before the first round, so that the runtime has compiled both. */
  readonly warmupMs: number
  /**
   * The time between the last request and the memory measurement: the runtime returns memory after about
   * ten seconds.
   */
  readonly restMs: number
  /** The number of sets of all users. */
  readonly sets: number
  /** The number of sets of the measured user. */
  readonly ownSets: number
  /** Only figures whose names contain this text. */
  readonly only: string | undefined
}

/** Parses the command line. Throws for unknown options. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      out: { type: 'string', default: 'data/bench.json' },
      only: { type: 'string' },
    },
  })
  const { quick, out, only } = values
  return quick
    ? {
        out,
        quick,
        only,
        rounds: 3,
        roundMs: 500,
        warmupMs: 1000,
        restMs: 15_000,
        sets: 100_000,
        ownSets: 50_000,
      }
    : {
        out,
        quick,
        only,
        rounds: 9,
        roundMs: 1000,
        warmupMs: 4000,
        restMs: 15_000,
        sets: 1_000_000,
        ownSets: 50_000,
      }
}
