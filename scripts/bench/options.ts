import { parseArgs } from 'node:util'

/** What a run measures, and how long it takes. */
export interface Options {
  /** Where the figures go as JSON. */
  readonly out: string
  readonly quick: boolean
  /** Pairs of rounds for each figure, floor and Replog in turn. */
  readonly rounds: number
  readonly roundMs: number
  /** Before the first round, for both to be compiled by the runtime. */
  readonly warmupMs: number
  /** From the last request to looking at what memory the server still holds. */
  readonly restMs: number
  /** Sets of everybody together. */
  readonly sets: number
  /** Sets of the user who asks. */
  readonly ownSets: number
  /** Only figures whose names hold this text. */
  readonly only: string | undefined
}

/** Reads the command line. Throws for what it doesn't know. */
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
        restMs: 2000,
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
        restMs: 10_000,
        sets: 1_000_000,
        ownSets: 50_000,
      }
}
