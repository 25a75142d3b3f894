import { useSignal } from '@preact/signals'
import { figure, isFailing } from '../figures/ask.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { Section } from '../parts/section.tsx'
import { Stat } from '../parts/stat.tsx'
import { toast } from '../parts/toast.tsx'
import { go, hrefTo, route } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { edit, editedWorkout } from '../state/edits.ts'
import { lastSession } from '../state/history.ts'
import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { compareWithLast } from '../summary/compare.ts'
import { shareText } from '../summary/share.ts'
import { useActiveRun } from '../today/active-run.ts'
import { countText, dateText, durationText, tenthsText, wholeText } from '../words.ts'
import { setText } from '../workout/figures.ts'
import { isWork } from '../workout/model.ts'
import { OverreachedSheet, overreachedText } from '../workout/overreached-sheet.tsx'
import { recordText } from '../workout/record-text.ts'
import { recordsIn } from '../workout/records.ts'
import { totalsOf } from '../workout/totals.ts'

const exertions = [
  [3, 'Easy'],
  [5, 'Moderate'],
  [7.5, 'Hard'],
  [10, 'All out'],
] as const

/** The summary of a workout, right after it. */
export function Summary() {
  const id = route.value.id ?? ''
  const isMarking = useSignal(false)
  const { group } = useActiveRun()
  const workout = editedWorkout(id)
  if (!workout) return <NotFound title="Workout not found" up="today" text="Go to Today" />
  // The records appear with the rest, so that nothing moves.
  if (!figure('records', undefined) && !isFailing.value) return <main class="page" aria-busy="true" />
  const { unit } = settings.value
  const next = workout.plan && group?.nextUp()?.name
  const { volume, sets, reps, seconds } = totalsOf(workout)
  const plannedSets = workout.exercises.flatMap((exercise) => exercise.sets.filter(isWork)).length
  const records = recordsIn(workout)
  const previous = workouts.value.find(
    (other) =>
      other.id !== id &&
      other.name === workout.name &&
      other.endedAt !== undefined &&
      other.startedAt < workout.startedAt,
  )
  const change = previous ? volume / Math.max(1, totalsOf(previous).volume) - 1 : undefined
  // Like the totals, the comparison leaves out sets that are in question.
  const doubts = new Set(workout.doubts?.map(({ setId }) => setId))
  const doubted = new Set(
    workout.exercises.flatMap((exercise) =>
      exercise.sets.flatMap((set) => (doubts.has(set.id) && !set.confirmed ? set.id : [])),
    ),
  )
  const rows = workout.exercises.flatMap((exercise) => {
    const last = lastSession(exercise, workout, true)
    // Nothing says how an exercise went that has only been done with other sets before, as on another day.
    if (!last && lastSession(exercise, workout)) return []
    return [{ exercise: { ...exercise, sets: exercise.sets.filter((set) => !doubted.has(set.id)) }, last }]
  })
  return (
    <>
      <main class="page">
        <header class="top">
          <div class="grow">
            <p class="label">
              {dateText(workout.startedAt, 'long')}
              {seconds !== undefined && ` · ${durationText(seconds)}`}
            </p>
            <h1 tabIndex={-1}>{workout.name ?? 'Workout'}, done</h1>
          </div>
          <button
            type="button"
            class="ib edge-r"
            aria-label="Share as text"
            onClick={() => void shareText(workout).then((message) => message && toast(message))}
          >
            <Icon name="share" />
          </button>
        </header>
        <section class="card">
          <div class="flex between end">
            <div>
              <span class="label">Volume</span>
              <div class="hero-num">
                {wholeText(volume)}
                <span class="unit">{unit}</span>
              </div>
            </div>
            {change !== undefined && Math.abs(change) >= 0.001 && (
              <span class={change > 0 ? 'badge ok' : 'badge'}>
                <Icon name={change > 0 ? 'arrow-up' : 'arrow-down'} size="s" />
                {tenthsText(Math.abs(change) * 100)}% vs. last time
              </span>
            )}
          </div>
          <Rail
            marks={marksOf(workout, { records, doubted })}
            label={`${sets} of ${countText(plannedSets, 'set')} done`}
          />
          <div class="stats">
            <Stat name="Sets" value={String(sets)} unit={plannedSets > sets ? `of ${plannedSets}` : ''} />
            <Stat name="Reps" value={String(reps)} />
            <Stat name="Records" value={String(records.size)} />
          </div>
          {doubted.size > 0 && (
            <a class="small" href={hrefTo('edit', id)}>
              Check {countText(doubted.size, 'set')} in question, not counted yet
            </a>
          )}
        </section>
        {records.size > 0 && (
          <Section title="Records">
            <div class="card flush rows tall">
              {[...records.values()].map((record) => {
                const { name, value, gain } = recordText(record)
                return (
                  <a href={hrefTo('exercise', record.exerciseId)} key={record.setId}>
                    <span class="lead gold">
                      <Icon name="trophy" />
                    </span>
                    <span class="main">
                      <b>{nameOf(record.exerciseId)}</b>
                      <small>
                        {name} {value} · {gain}
                      </small>
                    </span>
                    <span class="val num ink">{setText(record.set)}</span>
                  </a>
                )
              })}
            </div>
          </Section>
        )}
        <Section title="How hard was it?">
          <Choices
            look="segments"
            label="How hard it was"
            choices={exertions}
            value={workout.exertion}
            onChoose={(exertion) => void edit(id, (current) => ({ ...current, exertion }))}
          />
          <button type="button" class="btn" aria-haspopup="dialog" onClick={() => (isMarking.value = true)}>
            {overreachedText(workout) ? `Too much for ${overreachedText(workout)}` : 'Too much for a muscle?'}
          </button>
        </Section>
        {rows.some(({ last }) => last) && (
          <Section title="Compared with last time">
            <div class="card flush rows">
              {rows.map(({ exercise, last }) => {
                const { text, isUp } = compareWithLast(exercise, last)
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
          </Section>
        )}
        <a class="btn full" href={hrefTo('routine', id)}>
          <Icon name="bookmark-plus" />
          Save routine
        </a>
      </main>
      {isMarking.value && <OverreachedSheet workout={workout} onClose={() => (isMarking.value = false)} />}
      <div class="dock pickdock">
        <button type="button" class="btn go" onClick={() => go('today', { replace: true })}>
          <span class="flex">
            <Icon name="check" />
            Done
          </span>
          {next && <span class="what">Next: {next}</span>}
        </button>
      </div>
    </>
  )
}
