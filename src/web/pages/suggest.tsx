import { signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Schemas } from '#generated/types.ts'
import { isFailing } from '../figures/ask.ts'
import { suggestion as suggestionFor } from '../figures/suggestion.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Section } from '../parts/section.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { go } from '../route.ts'
import { hasCatalogue, nameOf } from '../state/catalogue.ts'
import { workoutInProgress } from '../state/log.ts'
import { followOwnSettings } from '../state/profile.ts'
import { aboutText, countText, durationText, numberText } from '../words.ts'
import { startWorkout } from '../workout/start-workout.ts'

type Suggested = Schemas['RecommendedExercise']

const minutes = signal(45)
/** The exercises that the user left out, until the app is closed. */
const leftOut = signal<readonly string[]>([])
const lengths = [20, 30, 45, 60, 75].map((length) => [length, `${length}`] as const)

const minuteMs = 60_000

/** The sets of an exercise: `3 × 8–12 · 60 kg`. */
function setsText({ sets }: Suggested): string {
  const [first] = sets
  const { reps, weight, durationSeconds } = first ?? {}
  const amount = reps
    ? reps.min === reps.max
      ? `${reps.min}`
      : `${reps.min}–${reps.max}`
    : durationSeconds && durationText(durationSeconds)
  const parts = [
    amount ? `${sets.length} × ${amount}` : countText(sets.length, 'set'),
    ...(weight && weight.value > 0 ? [`${numberText(weight.value)} ${weight.unit}`] : []),
  ]
  return parts.join(' · ')
}

/** A workout for the available time, based on recovery and on what needs work. */
export function Suggest() {
  const at = useSignal(Math.floor(Date.now() / minuteMs) * minuteMs).value
  const opened = useSignal<string | undefined>(undefined)
  useEffect(() => void followOwnSettings(), [])
  const shown = suggestionFor({ at, minutes: minutes.value, exclude: leftOut.value })
  const isUnknown = !hasCatalogue.value
  const suggestion = isUnknown ? undefined : shown
  const chosen = suggestion?.exercises.find(({ exerciseId }) => exerciseId === opened.value)
  const begin = async () => {
    if (!suggestion) return
    await startWorkout(() => ({ ...suggestion.workout, name: 'Suggested workout' }))
    go('workout')
  }
  const leaveOut = (exerciseId: string) => {
    leftOut.value = [...leftOut.value, exerciseId]
    opened.value = undefined
  }
  return (
    <>
      <main class="page">
        <PageHead title="Suggest a workout" up="today" />
        <section class="card form">
          <Choices
            label="Minutes"
            choices={lengths}
            value={minutes.value}
            onChoose={(length) => (minutes.value = length)}
          />
        </section>
        {isUnknown || isFailing.value ? (
          <p class="soft" role="alert">
            Suggestions aren’t fully downloaded yet. Try again when you’re online.
          </p>
        ) : suggestion ? (
          <Section
            title={countText(suggestion.exercises.length, 'exercise')}
            aside={
              suggestion.exercises.length > 0 && (
                <span class="label">{aboutText(suggestion.estimatedSeconds)}</span>
              )
            }
          >
            {suggestion.empty ? (
              <p class="soft">{suggestion.empty.text}</p>
            ) : (
              <div class="card flush rows tall">
                {suggestion.exercises.map((exercise) => (
                  <button
                    type="button"
                    key={exercise.exerciseId}
                    onClick={() => (opened.value = exercise.exerciseId)}
                  >
                    <span class="main">
                      <b>{nameOf(exercise.exerciseId)}</b>
                      <small>{setsText(exercise)}</small>
                    </span>
                    <Icon name="chevron-right" />
                  </button>
                ))}
              </div>
            )}
            {leftOut.value.length > 0 && (
              <button type="button" class="link" onClick={() => (leftOut.value = [])}>
                Bring back {countText(leftOut.value.length, 'exercise')}
              </button>
            )}
          </Section>
        ) : (
          <Skeleton />
        )}
      </main>
      {chosen && (
        <Sheet
          title={nameOf(chosen.exerciseId)}
          text={setsText(chosen)}
          onClose={() => (opened.value = undefined)}
        >
          <ul class="reasons">
            {chosen.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <button type="button" class="btn full" onClick={() => leaveOut(chosen.exerciseId)}>
            Leave it out
          </button>
        </Sheet>
      )}
      {suggestion && suggestion.exercises.length > 0 && (
        <div class="dock pickdock">
          <button type="button" class="btn go" onClick={() => void begin()}>
            <span class="flex">
              <Icon name="play" solid />
              {workoutInProgress.value ? 'Resume workout' : 'Start workout'}
            </span>
          </button>
        </div>
      )}
    </>
  )
}
