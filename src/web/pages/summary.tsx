import { figure, isFailing } from '../figures/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { toast } from '../parts/toast.tsx'
import { go, route, to } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { edit, shown } from '../state/edits.ts'
import { lastSession } from '../state/history.ts'
import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { against } from '../summary/against.ts'
import { shareText } from '../summary/share.ts'
import { date, duration, rounded, tenths } from '../words.ts'
import { setText } from '../workout/figures.ts'
import { isWork } from '../workout/model.ts'
import { recordsIn } from '../workout/records.ts'
import { totalsOf } from '../workout/totals.ts'

const exertions = [
  { value: 3, name: 'Easy' },
  { value: 5, name: 'Moderate' },
  { value: 7.5, name: 'Hard' },
  { value: 10, name: 'All out' },
] as const

/** The summary of a workout, right after it. */
export function Summary() {
  const id = route.value.id ?? ''
  const workout = shown(id)
  if (!workout) {
    return (
      <main class="page">
        <h1 tabIndex={-1}>No such workout</h1>
        <a class="btn go full" href={to('today')}>
          Go to Today
        </a>
      </main>
    )
  }
  // The records appear with the rest, so that nothing moves.
  if (!figure('records', undefined) && !isFailing.value) return <main class="page" aria-busy="true" />
  const { unit } = settings.value
  const { volume, sets, reps, seconds } = totalsOf(workout)
  const all = workout.exercises.flatMap((one) => one.sets.filter(isWork)).length
  const records = recordsIn(workout)
  const before = workouts.value.find(
    (one) =>
      one.id !== id &&
      one.name === workout.name &&
      one.endedAt !== undefined &&
      one.startedAt < workout.startedAt,
  )
  const change = before ? volume / Math.max(1, totalsOf(before).volume) - 1 : undefined
  const rows = workout.exercises.map((exercise) => ({
    exercise,
    last: lastSession(exercise.exerciseId, workout),
  }))
  return (
    <>
      <main class="page">
        <header class="top">
          <div class="grow">
            <p class="over">
              {date(workout.startedAt, 'long')}
              {seconds !== undefined && ` · ${duration(seconds)}`}
            </p>
            <h1 tabIndex={-1}>{workout.name ?? 'Workout'}, done</h1>
          </div>
          <button
            type="button"
            class="ib edge-r"
            aria-label="Share as text"
            onClick={() => void shareText(workout)}
          >
            <Icon name="share" />
          </button>
        </header>
        <section class="card">
          <div class="flex between end">
            <div>
              <span class="label">Volume</span>
              <div class="hero-num">
                {rounded(volume)}
                <span class="unit">{unit}</span>
              </div>
            </div>
            {change !== undefined && Math.abs(change) >= 0.001 && (
              <span class={change > 0 ? 'badge ok' : 'badge'}>
                <Icon name={change > 0 ? 'arrow-up' : 'arrow-down'} size="s" />
                {tenths(Math.abs(change) * 100)}% vs. last time
              </span>
            )}
          </div>
          <Rail
            marks={marksOf(workout, { records: new Set(records.keys()) })}
            label={`${sets} of ${all} sets done`}
          />
          <div class="stats">
            <Stat name="Sets" value={String(sets)} unit={all > sets ? `of ${all}` : ''} />
            <Stat name="Reps" value={String(reps)} />
            <Stat name="Records" value={String(records.size)} />
          </div>
        </section>
        {records.size > 0 && (
          <section class="section">
            <header>
              <h2>Records</h2>
            </header>
            <div class="card flush rows tall">
              {[...records.values()].map(({ set, exerciseId, oneRepMax, gain }) => (
                <a href={to('exercise', exerciseId)} key={set.id}>
                  <span class="lead gold">
                    <Icon name="trophy" />
                  </span>
                  <span class="main">
                    <b>{nameOf(exerciseId)}</b>
                    <small>
                      e1RM {tenths(oneRepMax)} {unit} · +{tenths(gain)}
                    </small>
                  </span>
                  <span class="val num ink">{setText(set)}</span>
                </a>
              ))}
            </div>
          </section>
        )}
        <section class="section">
          <header>
            <h2 id="hard">How hard was it?</h2>
          </header>
          <fieldset class="seg" aria-labelledby="hard">
            {exertions.map(({ value, name }) => (
              <button
                type="button"
                aria-pressed={workout.exertion === value}
                onClick={() => void edit(id, (one) => ({ ...one, exertion: value }))}
              >
                {name}
              </button>
            ))}
          </fieldset>
        </section>
        {rows.some(({ last }) => last) && (
          <section class="section">
            <header>
              <h2>Compared with last time</h2>
            </header>
            <div class="card flush rows">
              {rows.map(({ exercise, last }) => {
                const { text, isUp } = against(exercise, last)
                return (
                  <div key={exercise.id}>
                    <span class="main">
                      <b>{nameOf(exercise.exerciseId)}</b>
                    </span>
                    <span class={isUp ? 'badge ok' : 'badge'}>{text}</span>
                  </div>
                )
              })}
            </div>
          </section>
        )}
        <div class="flex">
          <a class="btn grow" href={to('routine', id)}>
            <Icon name="bookmark-plus" />
            Save routine
          </a>
          <button
            type="button"
            class="btn grow"
            onClick={() => void shareText(workout).then((said) => said && toast(said))}
          >
            <Icon name="share" />
            Share as text
          </button>
        </div>
      </main>
      <div class="dock pickdock">
        <button type="button" class="btn go" onClick={() => go('today', { replace: true })}>
          <span class="flex">
            <Icon name="check" />
            Done
          </span>
        </button>
      </div>
    </>
  )
}

function Stat({ name, value, unit = '' }: { name: string; value: string; unit?: string }) {
  return (
    <div class="stat">
      <strong>
        {value}
        {unit && <span class="unit">{unit}</span>}
      </strong>
      <span class="label">{name}</span>
    </div>
  )
}
