import { to } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { sessionsByExercise } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { tenths } from '../words.ts'
import { bestOneRepMax } from '../workout/totals.ts'

const shown = 6
const lastSessions = 12

/** The lifts done most lately, each with its estimated one-rep max over the last sessions. */
export function Strength() {
  const since = new Date(Date.now() - 90 * 86_400_000).toISOString()
  const lifts = [...sessionsByExercise.value]
    .map(([id, sessions]) => ({
      id,
      recent: sessions.filter(({ workout }) => workout.startedAt > since).length,
      values: sessions
        .slice(0, lastSessions)
        .map(({ sets }) => bestOneRepMax(sets))
        .filter((value) => value > 0)
        .reverse(),
    }))
    .filter(({ recent, values }) => recent > 0 && values.length > 1)
    .toSorted((a, b) => b.recent - a.recent)
    .slice(0, shown)
  return (
    <section class="section">
      <header>
        <h2>Strength</h2>
      </header>
      {lifts.length === 0 ? (
        <p class="card soft">A trend needs two sessions of a lift with a weight.</p>
      ) : (
        <div class="card flush rows">
          {lifts.map(({ id, values }) => {
            const [first = 0] = values
            const last = values.at(-1) ?? 0
            const change = (last / first - 1) * 100
            return (
              <a href={to('exercise', id)} key={id}>
                <span class="main">
                  <b>{nameOf(id)}</b>
                  <small>
                    {Math.abs(change) < 0.5
                      ? 'flat'
                      : `${change > 0 ? '+' : '−'}${tenths(Math.abs(change))} %`}{' '}
                    in {values.length} sessions
                  </small>
                </span>
                <Spark values={values} />
                <span class="val num ink w4r">
                  {tenths(last)}
                  <span class="unit">{settings.value.unit}</span>
                </span>
              </a>
            )
          })}
        </div>
      )}
    </section>
  )
}

/** A line in a row. */
export function Spark({ values }: { values: readonly number[] }) {
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
