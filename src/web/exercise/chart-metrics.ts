import type { ExerciseProgress, ProgressPoint } from '#training/progress.ts'
import { settings } from '../state/settings.ts'
import { clockText, tenthsText, wholeText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'

/** What a chart of an exercise can show: the figure that its trend follows, or another one. */
export type ChartMetric = 'trend' | 'heaviest' | 'volume' | 'reps'

/** A figure of each workout. */
interface Series {
  readonly name: string
  readonly unit: string
  /** The figure of a workout, in `unit`; 0 or undefined if it has none. */
  readonly figureOf: (point: ProgressPoint) => number | undefined
  readonly textOf: (value: number) => string
}

const trendSeries = {
  one_rep_max: { name: 'Estimated 1RM', unitOf: () => settings.value.unit, scale: gramsInUnit },
  level: { name: 'Level', unitOf: () => settings.value.unit, scale: gramsInUnit },
  reps: { name: 'Most reps', unitOf: () => 'reps', scale: (value: number) => value },
  duration: { name: 'Longest', unitOf: () => '', scale: (value: number) => value },
  distance: { name: 'Farthest', unitOf: () => 'km', scale: (value: number) => value / 1_000_000 },
} as const

/** The series of a metric. */
export function seriesOf({ metric: trendMetric }: ExerciseProgress, metric: ChartMetric): Series {
  const { unit } = settings.value
  switch (metric) {
    case 'heaviest':
      return {
        name: 'Heaviest',
        unit,
        figureOf: ({ topSet }) => gramsInUnit(topSet.loadGrams ?? 0),
        textOf: tenthsText,
      }
    case 'volume':
      return {
        name: 'Volume',
        unit,
        figureOf: ({ volumeGrams }) => gramsInUnit(volumeGrams),
        textOf: wholeText,
      }
    case 'reps':
      return { name: 'Total reps', unit: 'reps', figureOf: ({ reps }) => reps, textOf: wholeText }
    default: {
      const { name, unitOf, scale } = trendSeries[trendMetric]
      return {
        name,
        unit: unitOf(),
        figureOf: ({ value }) => value && scale(value),
        textOf: trendMetric === 'duration' ? clockText : tenthsText,
      }
    }
  }
}

const metrics: readonly ChartMetric[] = ['trend', 'heaviest', 'volume', 'reps']

/** The metrics that at least one workout has a figure of. */
export const metricsOf = (progress: ExerciseProgress): readonly ChartMetric[] =>
  metrics.filter((metric) => {
    const { figureOf } = seriesOf(progress, metric)
    return progress.points.some((point) => (figureOf(point) ?? 0) > 0)
  })
