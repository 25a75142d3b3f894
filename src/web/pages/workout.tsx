import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { go, hrefTo } from '../route.ts'
import { now } from '../state/clock.ts'
import { editedWorkout, retryEdits } from '../state/edits.ts'
import { isRejected, workoutInProgress } from '../state/log.ts'
import { isSaving, storeError } from '../state/pending.ts'
import { isWide } from '../state/wide.ts'
import { countText, durationText } from '../words.ts'
import { adviceFor, loadCoach, loadSlotReasons } from '../workout/advice.ts'
import { ExerciseCard } from '../workout/exercise-card.tsx'
import { Inspector } from '../workout/inspector.tsx'
import { KeypadSheet } from '../workout/keypad.tsx'
import { useWorkoutKeys } from '../workout/keys.ts'
import { countSets, groupsOf, type LoggedExercise, nextSet, type WorkoutFrame } from '../workout/model.ts'
import { type RecordSet, recordsIn } from '../workout/records.ts'
import { keepScreenOn } from '../workout/screen.ts'
import { sheet } from '../workout/sheets.ts'
import { WorkoutSheets } from '../workout/workout-sheets.tsx'

/** The workout in progress. */
export function Workout() {
  const current = workoutInProgress.value
  const workout = current && editedWorkout(current.id)
  if (!workout) return <NotFound title="No workout in progress" up="today" text="Go to Today" />
  return <InProgress workout={workout} />
}

function InProgress({ workout }: { workout: LocalWorkout }) {
  useEffect(() => {
    // Without a network, it is loaded the next time.
    loadCoach().catch(() => {})
    if (workout.plan) loadSlotReasons().catch(() => {})
    return keepScreenOn()
  }, [])
  useWorkoutKeys(workout.id)
  const next = nextSet(workout)
  const nextId = next?.set.id
  const lastNextId = useRef(nextId)
  useLayoutEffect(() => {
    // On arrival, the app has already scrolled to the next set.
    if (lastNextId.current === nextId) return
    lastNextId.current = nextId
    // Keeps the next set visible between the header and the dock.
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = isStill ? 'instant' : 'smooth'
    document.querySelector('.set.now')?.scrollIntoView({ block: 'nearest', behavior })
  }, [nextId])
  const { done, all } = countSets(workout)
  const doubted = new Set(
    workout.exercises.flatMap((exercise) => [...(adviceFor(exercise, workout)?.doubts.keys() ?? [])]),
  )
  // A doubted set isn't a record until the user has answered.
  const records = new Map([...recordsIn(workout)].filter(([id]) => !doubted.has(id)))
  const { frame, stableRecords } = useStable(workout, records)
  const marks = marksOf(workout, { next: next?.set.id, records: new Set(records.keys()), doubted })
  return (
    <>
      <main class="page" aria-busy={isSaving.value}>
        <header class="wtop">
          <div class="flex">
            <button
              type="button"
              class="ib edge-l"
              aria-label="Back to Today; the workout continues"
              onClick={() => go('today')}
            >
              <Icon name="chevron-down" size="l" />
            </button>
            <div class="grow">
              <h1 class="h1s" tabIndex={-1}>
                <button type="button" class="rename" onClick={() => (sheet.value = { kind: 'name' })}>
                  <span class="clip">{workout.name ?? 'Workout'}</span>
                </button>
              </h1>
              <p class="label">
                <Elapsed from={workout.startedAt} /> · {done} of {countText(all, 'set')}
              </p>
            </div>
            <button type="button" class="btn tint" onClick={() => (sheet.value = { kind: 'finish' })}>
              Finish
            </button>
          </div>
          <Rail
            marks={marks}
            label={`${done} of ${countText(all, 'set')} done${doubted.size > 0 ? `, ${doubted.size} in question` : ''}`}
          />
        </header>
        {storeError.value !== undefined && <NotStored />}
        {isRejected(workout.id) && <NotOnServer />}
        {workout.exercises.length === 0 && <Empty />}
        {groupsOf(workout.exercises).map((group) =>
          group.length === 1 && group[0] ? (
            <ExerciseCard
              key={group[0].id}
              workout={frame}
              exercise={group[0]}
              nextId={idIn(group[0], nextId)}
              records={stableRecords}
              letter={undefined}
              hasFooter
            />
          ) : (
            <section class="card flush super" key={group[0]?.id} aria-label="Superset">
              <p class="tag">
                <Icon name="repeat-2" size="s" />
                Superset · alternates automatically
              </p>
              {group.map((exercise, index) => (
                <ExerciseCard
                  key={exercise.id}
                  workout={frame}
                  exercise={exercise}
                  nextId={idIn(exercise, nextId)}
                  records={stableRecords}
                  letter={String.fromCharCode(65 + index)}
                  hasFooter
                />
              ))}
            </section>
          ),
        )}
        {workout.exercises.length > 0 && (
          <a class="btn full" href={hrefTo('add')}>
            <Icon name="plus" />
            Add exercise
          </a>
        )}
      </main>
      <Inspector workout={workout} next={next} />
      {!isWide.value && <KeypadSheet workout={workout} />}
      <WorkoutSheets workout={workout} />
    </>
  )
}

/** The next set, if it belongs to this exercise. */
const idIn = ({ sets }: LoggedExercise, id: string | undefined) =>
  sets.some((set) => set.id === id) ? id : undefined

/**
 * Returns the same objects as before unless something in them changed, so that checking off a set re-renders only its
 * own exercise.
 */
function useStable(workout: LocalWorkout, records: ReadonlyMap<string, RecordSet>) {
  const { id, startedAt, endedAt, plan, doubts } = workout
  const frame = useMemo(
    (): WorkoutFrame => ({ id, startedAt, endedAt, plan, doubts }),
    [id, startedAt, endedAt, plan, doubts],
  )
  const key = [...records].map(([setId, { gain }]) => `${setId} ${gain}`).join()
  const stableRecords = useMemo(() => records, [key])
  return { frame, stableRecords }
}

const Elapsed = ({ from }: { from: string }) => <>{durationText((now.value - Date.parse(from)) / 1000)}</>

function Empty() {
  return (
    <section class="card empty">
      <h2>Nothing here yet</h2>
      <p class="soft">Add the exercises you plan to do. You can add, swap and reorder them at any time.</p>
    </section>
  )
}

/** Shown while the server rejects the workout, which stays on the device. */
const NotOnServer = () => (
  <div class="alert" role="alert">
    <Icon name="circle-alert" />
    <p class="grow">
      <b>The server rejected this workout.</b> It stays on this device. <a href={hrefTo('you')}>See why</a>
    </p>
  </div>
)

/** Shown while the device is full: sets stay on the screen until they can be stored. */
function NotStored() {
  return (
    <div class="alert" role="alert">
      <Icon name="triangle-alert" />
      <div class="grow">
        <p>
          <b>Not saved: this device is full.</b> Keep this page open and free up some space. What you log
          stays on the screen.
        </p>
        <p class="flex wrap">
          <button type="button" class="btn" onClick={retryEdits}>
            Try again
          </button>
          <a href={hrefTo('export')}>Export this device’s data</a>
        </p>
      </div>
    </div>
  )
}
