import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { dayNumber } from '#training/days.ts'
import { dayOf } from '../figures/performed.ts'
import { Calendar } from '../history/calendar.tsx'
import { WorkoutDetail } from '../history/workout-detail.tsx'
import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { WorkoutRow } from '../parts/workout-row.tsx'
import { hrefTo, route } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { workouts } from '../state/log.ts'
import { withPendingEdits } from '../state/pending.ts'
import { isWide } from '../state/wide.ts'
import { countText, dateText, dayText } from '../words.ts'

const pageSize = 30
/** The rows of the first frame: as many as fit on a screen, since each takes time to render. */
const firstRows = 12

/** Every workout: a calendar, a list by month, and the selected one. */
export function History() {
  const { id } = route.value
  const shownCount = useSignal(firstRows)
  useEffect(() => {
    shownCount.value = pageSize
  }, [])
  const query = useSignal('')
  const until = useSignal('')
  const isSearching = useSignal(false)
  const text = query.value.trim().toLowerCase()
  const all = workouts.value
  const lastDay = until.value === '' ? Number.POSITIVE_INFINITY : dayNumber(until.value)
  const isFiltered = text !== '' || until.value !== ''
  const matching = isFiltered
    ? all.filter((workout) => hasText(workout, text) && dayOf(workout) <= lastDay)
    : all
  const opened = all.find((workout) => workout.id === id)
  // On a wide screen, the list has room for one workout beside it.
  const beside = opened ?? all.find(({ endedAt }) => endedAt !== undefined)
  const months = Map.groupBy(matching.slice(0, shownCount.value), ({ startedAt }) =>
    dateText(startedAt, 'monthYear'),
  )
  return (
    <main class={`page${opened ? ' has-detail' : ''}`}>
      <header class="top list-only">
        <div class="grow">
          <h1 tabIndex={-1}>History</h1>
        </div>
        {all.length > 0 && (
          <button
            type="button"
            class="ib"
            aria-label="Search"
            aria-expanded={isSearching.value}
            onClick={() => {
              isSearching.value = !isSearching.value
              query.value = until.value = ''
            }}
          >
            <Icon name="search" />
          </button>
        )}
        <span class="narrow">
          <Status />
        </span>
      </header>
      {isSearching.value && (
        <div class="form list-only">
          <label class="field">
            <Icon name="search" />
            <span class="sr">Search workouts</span>
            <input
              type="search"
              placeholder="Name, note or exercise"
              value={query.value}
              onInput={(event) => {
                query.value = event.currentTarget.value
              }}
            />
          </label>
          <label class="field">
            <span class="label">Up to</span>
            <input
              type="date"
              value={until.value}
              onInput={(event) => {
                until.value = event.currentTarget.value
              }}
            />
          </label>
        </div>
      )}
      {all.length === 0 && <Empty />}
      {all.length > 0 && !isFiltered && (
        <div class="list-only">
          <Calendar />
        </div>
      )}
      <div class="panes">
        <div class="col list-only">
          {matching.length === 0 && isFiltered && (
            <p class="soft">
              No workout{until.value && ` up to ${dayText(`${until.value}T12:00`)}`}
              {text && ` has “${query.value}” in its name, notes or exercises`}.
            </p>
          )}
          {[...months].map(([month, inMonth]) => (
            <section class="section" key={month}>
              <header>
                <h2>{month}</h2>
                <span class="label">{countText(inMonth.length, 'workout')}</span>
              </header>
              <div class="card flush rows tall">
                {inMonth.map((workout) => (
                  <WorkoutRow
                    key={workout.id}
                    workout={withPendingEdits(workout)}
                    isCurrent={isWide.value && workout === beside}
                  />
                ))}
              </div>
            </section>
          ))}
          {matching.length > shownCount.value && (
            <button type="button" class="btn full" onClick={() => (shownCount.value += pageSize)}>
              Show {Math.min(pageSize, matching.length - shownCount.value)} more
            </button>
          )}
        </div>
        {beside && (
          <div class={opened ? 'col sticky section' : 'col wide sticky section'}>
            <header class="wide">
              <h2>{opened ? 'Selected' : 'Latest'}</h2>
            </header>
            <WorkoutDetail workout={beside} />
          </div>
        )}
      </div>
    </main>
  )
}

function hasText(
  { name = '', notes = '', exercises }: (typeof workouts.value)[number],
  text: string,
): boolean {
  return (
    name.toLowerCase().includes(text) ||
    notes.toLowerCase().includes(text) ||
    exercises.some(({ exerciseId }) => nameOf(exerciseId).toLowerCase().includes(text))
  )
}

const Empty = () => (
  <section class="card empty">
    <h2>Nothing logged yet</h2>
    <p class="soft">Your workouts appear here. You can import those from Strong, Hevy or FitNotes.</p>
    <a class="btn tint" href={hrefTo('import')}>
      <Icon name="file-up" />
      Import your history
    </a>
  </section>
)
