import { signal } from '@preact/signals'
import { defaultFormula, type FormulaId } from '#training/e1rm.ts'
import type { ExerciseProgress } from '#training/progress.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { type ChartMetric, metricsOf, seriesOf } from './chart-metrics.ts'

const formulas = [
  ['epley', 'Epley'],
  ['brzycki', 'Brzycki'],
  ['lombardi', 'Lombardi'],
  ['mayhew', 'Mayhew'],
  ['oconner', 'O’Conner'],
  ['wathan', 'Wathan'],
  ['lander', 'Lander'],
] as const satisfies readonly (readonly [FormulaId, string])[]

/** What the charts of all exercises show, until the page is closed. */
export const chart = signal<{ readonly metric: ChartMetric; readonly formula: FormulaId }>({
  metric: 'trend',
  formula: defaultFormula,
})

/** Selects the metric of the chart, and the formula of one-rep maxes in the chart and the records. */
export function ChartSheet({ progress, onClose }: { progress: ExerciseProgress; onClose: () => void }) {
  const { metric, formula } = chart.value
  const isOneRepMax = progress.metric === 'one_rep_max'
  return (
    <Sheet title="Chart" onClose={onClose}>
      <Choices
        label="Figure"
        choices={metricsOf(progress).map((choice) => [choice, seriesOf(progress, choice).name] as const)}
        value={metric}
        onChoose={(chosen) => (chart.value = { metric: chosen, formula })}
      />
      {isOneRepMax && (
        <Choices
          label="1RM formula, for the records too"
          choices={formulas}
          value={formula}
          onChoose={(chosen) => (chart.value = { metric, formula: chosen })}
        />
      )}
    </Sheet>
  )
}
