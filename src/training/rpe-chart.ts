import type { Method } from './method.ts'

/** Percent of the one-rep max at n = 1…15 effective reps (Reactive Training Systems, Tuchscherer 2008). */
export const rpeChart = [
  100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9,
] as const

/** The method of figures that come from the chart. */
export const rpeChartMethod: Method<'e1rm.rpe-chart'> = {
  id: 'e1rm.rpe-chart',
  parameters: { maxEffectiveReps: rpeChart.length },
}

/**
 * The percentage of the one-rep max (0–100) for `reps` at `rpe`. Linear between whole reps, so a half step is
 * the midpoint. Undefined for effective reps below 1 or above 15, or an RPE above 10.
 */
export function percentOfMax(reps: number, rpe: number): number | undefined {
  const n = reps + (10 - rpe)
  const below = rpeChart[Math.floor(n) - 1]
  const above = rpeChart[Math.ceil(n) - 1]
  if (!(reps >= 1 && rpe <= 10) || below === undefined || above === undefined) return undefined
  return below + (above - below) * (n - Math.floor(n))
}

/** The one-rep max by the chart, in the unit of `weight`; undefined where the chart has no row. */
export function oneRepMaxFromChart(weight: number, reps: number, rpe: number): number | undefined {
  const percent = percentOfMax(reps, rpe)
  return percent === undefined ? undefined : (weight * 100) / percent
}
