import { Icon } from '../parts/icon.tsx'
import { hrefTo } from '../route.ts'
import { nameOf, trackingOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { lastSession } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { clockText } from '../words.ts'
import { adviceFor } from './advice.ts'
import { addSet } from './change.ts'
import { setsText } from './figures.ts'
import type { LoggedExercise, WorkoutFrame } from './model.ts'
import { nextIfDifferent } from './next-sets.ts'
import { Question } from './question.tsx'
import type { RecordSet } from './records.ts'
import { SetRow } from './set-row.tsx'
import { sheet } from './sheets.ts'
import { setsPlanText, targetText } from './target.ts'

const headings = {
  weight_reps: ['', 'Reps'],
  bodyweight_reps: ['+', 'Reps'],
  reps: ['', 'Reps'],
  duration: ['', 'Time'],
  distance_duration: ['km', 'Time'],
} as const

/** An exercise of the workout, with its sets. */
export function ExerciseCard({
  workout,
  exercise,
  nextId,
  records,
  letter,
  hasFooter,
}: {
  workout: WorkoutFrame
  exercise: LoggedExercise
  nextId: string | undefined
  records: ReadonlyMap<string, RecordSet>
  letter: string | undefined
  hasFooter: boolean
}) {
  const name = nameOf(exercise.exerciseId)
  const tracking = trackingOf(exercise.exerciseId)
  const last = lastSession(exercise, workout)
  const advice = adviceFor(exercise, workout)
  const nextSets = nextIfDifferent(exercise, advice?.next)
  const target = targetText(exercise)
  const [first, second] = headings[tracking]
  const isTimed = tracking === 'distance_duration'
  const { unit } = settings.value
  const restSeconds = exercise.sets.find(
    ({ type, restSeconds }) => type !== 'warmup' && restSeconds,
  )?.restSeconds
  return (
    <article class={letter ? 'ex' : 'card ex'}>
      <header>
        <div class="grow">
          <h2>
            {letter && <span class="letter">{letter}</span>}
            <a href={hrefTo('exercise', exercise.exerciseId)}>{name}</a>
          </h2>
          {(target || advice?.text) && (
            <p class="target">
              {target && (
                <span>
                  <b>{target.sets}</b>
                  {target.load && (
                    <>
                      {' at '}
                      <b>{target.load}</b>
                    </>
                  )}
                </span>
              )}
              {advice?.text && (
                <span class="why">
                  <Icon name={advice.icon} size="s" />
                  {nextSets && `${setsPlanText(nextSets)} · `}
                  {advice.text}
                </span>
              )}
            </p>
          )}
          {last && <p class="last-line small muted">Last time {setsText(last.sets)}</p>}
        </div>
        <button
          type="button"
          class="ib"
          aria-label={`More for ${name}`}
          aria-haspopup="dialog"
          onClick={() => (sheet.value = { kind: 'exercise', exerciseEntryId: exercise.id })}
        >
          <Icon name="ellipsis" />
        </button>
      </header>
      {last?.exercise.notes && (
        <p class="note">
          <Icon name="message-square-text" size="s" />
          <span>Last time: “{last.exercise.notes}”</span>
        </p>
      )}
      {exercise.notes && (
        <p class="note">
          <Icon name="pencil" size="s" />
          <span>{exercise.notes}</span>
        </p>
      )}
      <div class="sets">
        {exercise.sets.length > 0 && (
          <div class="set-head" aria-hidden="true">
            <span />
            <span class="last">Last time</span>
            <span>{tracking === 'reps' ? '' : isTimed ? first : `${first}${unit}`}</span>
            <span>{second}</span>
            <span>Done</span>
          </div>
        )}
        {exercise.sets.map((set) => (
          <div key={set.id} class="set-place">
            <SetRow
              workout={workout}
              exercise={exercise}
              set={set}
              name={name}
              isNext={set.id === nextId}
              record={records.get(set.id)}
              isDoubted={advice?.doubts.has(set.id) ?? false}
              onMenu={() => (sheet.value = { kind: 'set', exerciseEntryId: exercise.id, setId: set.id })}
            />
            {advice?.doubts.has(set.id) && (
              <Question workout={workout} exercise={exercise} set={set} doubt={advice.doubts.get(set.id)} />
            )}
          </div>
        ))}
      </div>
      {hasFooter && (
        <footer>
          <button
            type="button"
            class="btn bare"
            aria-label={`Add a set of ${name}`}
            onClick={() => void edit(workout.id, addSet(exercise.id))}
          >
            <Icon name="plus" size="s" />
            Set
          </button>
          {workout.endedAt === undefined && (
            <button
              type="button"
              class="btn bare"
              aria-label={`Rest after ${name}: ${restSeconds ? clockText(restSeconds) : 'none'}`}
              onClick={() => (sheet.value = { kind: 'rest', exerciseEntryId: exercise.id })}
            >
              <Icon name="timer" size="s" />
              {restSeconds ? clockText(restSeconds) : 'No rest'}
            </button>
          )}
        </footer>
      )}
    </article>
  )
}
