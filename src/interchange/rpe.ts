import type { Row } from './row.ts'

/**
 * Reads a rating of perceived exertion, 6–10 in steps of 0.5. 0 means none; values off the contract's scale are
 * dropped.
 */
export function readRpe(row: Row, column: string): number | undefined {
  const rpe = row.optionalNumber(column, { maximum: Number.POSITIVE_INFINITY })
  if (!rpe) return undefined
  if (rpe >= 6 && rpe <= 10 && Number.isInteger(rpe * 2)) return rpe
  row.remark(
    column,
    'rpe_off_scale',
    'value_dropped',
    `An RPE of ${rpe} is not one of 6, 6.5, … 10; it was left out.`,
  )
  return undefined
}
