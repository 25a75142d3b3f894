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
      const [name, trendUnit] = (
        {
          one_rep_max: ['Estimated 1RM', unit],
          level: ['Level', unit],
          reps: ['Most reps', 'reps'],
          duration: ['Longest', ''],
          distance: ['Farthest', 'km'],
        } as const
      )[trendMetric]
      const isLoad = trendMetric === 'one_rep_max' || trendMetric === 'level'
      return {
        name,
        unit: trendUnit,
        figureOf: ({ value }) =>
          value && (isLoad ? gramsInUnit(value) : trendMetric === 'distance' ? value / 1_000_000 : value),
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
