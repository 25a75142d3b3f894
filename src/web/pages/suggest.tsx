import { signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { back, go, to } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { createId } from '../state/id.ts'
import { active, isGuest, log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { count, duration } from '../words.ts'

const minutes = signal(45)
const result = signal<Schemas['WorkoutRecommendation'] | undefined>(undefined)
const error = signal('')
const isBusy = signal(false)
const lengths = [20, 30, 45, 60, 75] as const

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
  const now = result.value
  const begin = async () => {
    if (!now) return
    if (!active.value) {
      await log().workouts.put({
        ...now.workout,
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
        <header class="top">
          <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('today')}>
            <Icon name="chevron-left" size="l" />
          </button>
          <div class="grow">
            <h1 class="h1s" tabIndex={-1}>
              Suggest a workout
            </h1>
          </div>
        </header>
        {isGuest.value ? (
          <section class="card empty">
            <h2>Suggestions need an account</h2>
            <p class="soft">
              The server considers what has recovered, what needs work, and what you like to do. Workouts you
              logged here move into the account.
            </p>
            <a class="btn go full" href={to('account', 'register')}>
              Create an account
            </a>
          </section>
        ) : (
          <section class="card form">
            <fieldset class="choices">
              <legend class="label">How long</legend>
              {lengths.map((one) => (
                <button
                  type="button"
                  class="chip"
                  aria-pressed={minutes.value === one}
                  onClick={() => (minutes.value = one)}
                >
                  {one} min
                </button>
              ))}
            </fieldset>
            <button type="button" class="btn tint" disabled={isBusy.value} onClick={() => void ask()}>
              <Icon name="sparkles" />
              {isBusy.value ? 'One moment…' : now ? 'Suggest another' : 'Suggest'}
            </button>
            {error.value && (
              <p class="err" role="alert">
                {error.value}
              </p>
            )}
          </section>
        )}
        {now && (
          <section class="section">
            <header>
              <h2>{count(now.exercises.length, 'exercise')}</h2>
              <span class="label">about {duration(now.estimatedSeconds)}</span>
            </header>
            <div class="card flush rows tall">
              {now.exercises.map(({ exerciseId, sets, reasons }) => (
                <div key={exerciseId}>
                  <span class="lead">{sets.length}</span>
                  <span class="main">
                    <b>{nameOf(exerciseId)}</b>
                    <small>{reasons[0]}</small>
                  </span>
                </div>
              ))}
            </div>
            {now.empty && <p class="soft">{now.empty.text}</p>}
          </section>
        )}
      </main>
      {now && now.exercises.length > 0 && (
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
