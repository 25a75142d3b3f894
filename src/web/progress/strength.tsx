import { signal } from '@preact/signals'
import { figure } from '../figures/ask.ts'
import { Section } from '../parts/section.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { countText, minusSign, tenthsText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'
import { AllLifts } from './all-lifts.tsx'

const maxShown = 6
/** Whether the page lists every exercise; it still does after a visit to one of them. */
const showsAll = signal(false)
/** A smaller change than this, in percent, is shown as flat. */
const flatPercent = 0.5

/** The most frequent recent lifts, each with its estimated one-rep max over the most recent sessions. */
export function Strength() {
  const trends = figure('strength', undefined)
  if (!trends) return null
  const lifts = trends.filter(({ values }) => values.length > 1).slice(0, maxShown)
  return (
    <Section
      title="Strength"
      aside={
        <button
          type="button"
          class="link"
          aria-expanded={showsAll.value}
          onClick={() => (showsAll.value = !showsAll.value)}
        >
          {showsAll.value ? 'Main lifts' : 'All lifts'}
        </button>
      }
    >
      {showsAll.value ? (
        <AllLifts />
      ) : lifts.length === 0 ? (
        <p class="card soft">A trend needs two sessions of a weighted lift.</p>
      ) : (
        <div class="card flush rows">
          {lifts.map(({ exerciseId, values }) => {
            const [first = 0] = values
            const last = values.at(-1) ?? 0
            const change = (last / first - 1) * 100
            return (
              <a href={hrefTo('exercise', exerciseId)} key={exerciseId}>
                <span class="main">
                  <b>{nameOf(exerciseId)}</b>
                  <small>
                    {Math.abs(change) < flatPercent
                      ? 'flat'
                      : `${change > 0 ? '+' : minusSign}${tenthsText(Math.abs(change))}%`}{' '}
                    in {countText(values.length, 'session')}
                  </small>
                </span>
                <Sparkline values={values} />
                <span class="val num ink w4r">
                  {tenthsText(gramsInUnit(last))}
                  <span class="unit">{settings.value.unit}</span>
                </span>
              </a>
            )
          })}
        </div>
      )}
    </Section>
  )
}

export function Sparkline({ values }: { values: readonly number[] }) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const xOf = (index: number) => 2 + (index / Math.max(1, values.length - 1)) * 66
  const yOf = (value: number) => 25 - ((value - low) / Math.max(high - low, 1e-9)) * 22
  const d = values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${xOf(index).toFixed(1)} ${yOf(value).toFixed(1)}`)
    .join('')
  return (
    <svg class="spark" viewBox="0 0 72 28" aria-hidden="true">
      <path d={d} />
      <circle cx={xOf(values.length - 1)} cy={yOf(values.at(-1) ?? 0)} r="3" />
    </svg>
  )
}
