import { smooth } from '../charts/scale.ts'

const week = 7

/** The change per week of values over days, along their trend; undefined unless they span a week. */
export function weeklyChange(
  points: readonly { readonly x: number; readonly y: number }[],
): number | undefined {
  const span = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0)
  const trend = smooth(points)
  return span < week ? undefined : (((trend.at(-1) ?? 0) - (trend[0] ?? 0)) * week) / span
}
