import { signal, useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { go, hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { createId } from '../state/id.ts'
import { isGuest, log, workoutInProgress } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { countText, durationText } from '../words.ts'

const minutes = signal(45)
const result = signal<Schemas['WorkoutRecommendation'] | undefined>(undefined)
const error = signal('')
const isBusy = signal(false)
const lengths = [20, 30, 45, 60, 75].map((length) => [length, `${length} min`] as const)

async function ask(): Promise<void> {
  isBusy.value = true
  error.value = ''
  try {
    const { data, error: problem } = await log().client.POST('/api/recommendations/workout', {
      params: { query: { unit: settings.value.unit } },
      body: { minutes: minutes.value },
    })
    if (data) result.value = data
    else error.value = problem?.detail ?? 'The server has no suggestion.'
  } catch {
    error.value = 'Suggestions come from the server. Try again when you’re online.'
  } finally {
    isBusy.value = false
  }
}

/** A workout for the available time, based on recovery and on what needs work. */
export function Suggest() {
  const suggestion = result.value
  const opened = useSignal<string | undefined>(undefined)
  const chosen = suggestion?.exercises.find(({ exerciseId }) => exerciseId === opened.value)
  const begin = async () => {
    if (!suggestion) return
    if (!workoutInProgress.value) {
      await log().workouts.put({
        ...suggestion.workout,
        id: createId(),
        name: 'Suggested workout',
        startedAt: new Date().toISOString(),
      })
    }
    go('workout')
  }
  return (
    <>
      <main class="page">
        <PageHead title="Suggest a workout" up="today" />
        {isGuest.value ? (
          <section class="card empty">
            <h2>Suggestions need an account</h2>
            <p class="soft">
              The server considers what has recovered, what needs work, and what you like to do. Workouts you
              logged here move into the account.
            </p>
            <a class="btn go full" href={hrefTo('account', 'register')}>
              Create an account
            </a>
          </section>
        ) : (
          <section class="card form">
            <Choices
              label="How long"
              choices={lengths}
              value={minutes.value}
              onChoose={(length) => (minutes.value = length)}
            />
            <button type="button" class="btn tint" disabled={isBusy.value} onClick={() => void ask()}>
              <Icon name="sparkles" />
              {isBusy.value ? 'One moment…' : suggestion ? 'Suggest another' : 'Suggest'}
            </button>
            {error.value && (
              <p class="err" role="alert">
                {error.value}
              </p>
            )}
          </section>
        )}
        {suggestion && (
          <section class="section">
            <header>
              <h2>{countText(suggestion.exercises.length, 'exercise')}</h2>
              <span class="label">about {durationText(suggestion.estimatedSeconds)}</span>
            </header>
            <div class="card flush rows tall">
              {suggestion.exercises.map(({ exerciseId, sets, reasons }) => (
                <button type="button" key={exerciseId} onClick={() => (opened.value = exerciseId)}>
                  <span class="lead">{sets.length}</span>
                  <span class="main">
                    <b>{nameOf(exerciseId)}</b>
                    <small>{reasons[0]}</small>
                  </span>
                  <Icon name="chevron-right" />
                </button>
              ))}
            </div>
            {suggestion.empty && <p class="soft">{suggestion.empty.text}</p>}
          </section>
        )}
      </main>
      {chosen && (
        <Sheet title={nameOf(chosen.exerciseId)} text="Why" onClose={() => (opened.value = undefined)}>
          <ul class="reasons">
            {chosen.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Sheet>
      )}
      {suggestion && suggestion.exercises.length > 0 && (
        <div class="dock pickdock">
          <button type="button" class="btn go" onClick={() => void begin()}>
            <span class="flex">
              <Icon name="play" solid />
              Start workout
            </span>
          </button>
        </div>
      )}
    </>
  )
}
