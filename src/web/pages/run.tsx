import { useSignal } from '@preact/signals'
import type { ProgramStep } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Rail } from '../parts/rail.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { sizeText } from '../programs/known.ts'
import { dayName, type RunNow, runById, stepText, workoutOf } from '../programs/runs.ts'
import { decide, startStep } from '../programs/start-run.ts'
import { back, go, route, to } from '../route.ts'
import { exercises, nameOf } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { count, duration, plain } from '../words.ts'
import { fromGramsIn } from '../workout/figures.ts'

/** An active program: the current position, the week, and the next workout. */
export function RunPage() {
  const now = runById(route.value.id ?? '')
  if (!now) {
    return (
      <main class="page">
        <h1 tabIndex={-1}>No such program</h1>
        <a class="btn go full" href={to('programs')}>
          All programs
        </a>
      </main>
    )
  }
  return <Running now={now} />
}

function Running({ now }: { now: RunNow }) {
  const { run, known, state } = now
  const opened = useSignal<ProgramStep | undefined>(undefined)
  const { next } = state
  const week = known.weeks.find(({ key }) => key === next?.week)
  const at = known.weeks.findIndex(({ key }) => key === next?.week)
  const place = week?.days.indexOf(next?.day ?? '') ?? -1
  const isPaused = run.status !== 'active'
  const setStatus = async (status: 'active' | 'paused' | 'ended') => {
    await log().runs.put({ ...run, status })
    if (status === 'ended') go('programs', { replace: true })
  }
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('programs')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            {known.name}
          </h1>
          <p class="label">{sizeText(known)}</p>
        </div>
      </header>
      <section class="card">
        <div class="flex between">
          <div>
            <span class="label">You are here</span>
            <div class="t-l">{next ? capital(stepText(known, next)) : 'Finished'}</div>
          </div>
          <span class="badge ok">{count(state.done, 'workout')} done</span>
        </div>
        {known.weeks.length > 1 && known.weeks.length <= 16 && (
          <div class="weeks" aria-hidden="true">
            {known.weeks.map(({ key, days }, index) => (
              <span class={index < at ? 'past' : index === at ? 'here' : ''} key={key}>
                {days.map(() => (
                  <i />
                ))}
                <b>{index + 1}</b>
              </span>
            ))}
          </div>
        )}
      </section>
      {next && week && exercises.value.size > 0 && (
        <section class="section">
          <header>
            <h2>{week.name ?? (known.weeks.length > 1 ? `Week ${at + 1}` : 'Workouts')}</h2>
          </header>
          <div class="card flush rows tall">
            {week.days.map((day, index) => {
              const step = { ...next, day }
              const { workout, seconds } = workoutOf(now, step)
              const sets = workout.exercises.reduce((sum, { sets: some }) => sum + some.length, 0)
              const isHere = index === place
              return (
                <button
                  type="button"
                  key={`${day}${index}`}
                  aria-current={isHere ? 'step' : undefined}
                  onClick={() => (opened.value = step)}
                >
                  <span class={isHere ? 'lead solid' : 'lead'}>
                    {isHere ? <Icon name="play" solid /> : index + 1}
                  </span>
                  <span class="main">
                    <b>{dayName(known, day)}</b>
                    <small>
                      {index < place ? 'Done · ' : ''}
                      {count(sets, 'set')} · about {duration(seconds)}
                    </small>
                    <span class="wk-rail">
                      <Rail
                        marks={workout.exercises.map(({ sets: some }) =>
                          some.map(() => (index < place ? 'd' : '') as 'd' | ''),
                        )}
                        quiet
                      />
                    </span>
                  </span>
                  <span class="chev">
                    <Icon name="chevron-right" />
                  </span>
                </button>
              )
            })}
          </div>
        </section>
      )}
      {state.bases.size > 0 && (
        <section class="section">
          <header>
            <h2>Current weights</h2>
          </header>
          <div class="card flush rows">
            {[...state.bases].map(([lift, { baseGrams, fromGrams }]) => (
              <div key={lift}>
                <span class="main">
                  <b>{nameOf(known.lifts?.find(({ key }) => key === lift)?.exerciseId ?? lift)}</b>
                  {fromGrams !== undefined && <small>previously {plain(fromGramsIn(fromGrams))}</small>}
                </span>
                <span class="val num ink">
                  {plain(fromGramsIn(baseGrams))}
                  <span class="unit">{settings.value.unit}</span>
                </span>
              </div>
            ))}
          </div>
        </section>
      )}
      <div class="flex">
        <button type="button" class="btn grow" onClick={() => void setStatus(isPaused ? 'active' : 'paused')}>
          <Icon name={isPaused ? 'play' : 'pause'} />
          {isPaused ? 'Resume' : 'Pause'}
        </button>
        <button type="button" class="btn grow" onClick={() => void setStatus('ended')}>
          <Icon name="x" />
          End program
        </button>
      </div>
      {opened.value && <StepSheet now={now} step={opened.value} onClose={() => (opened.value = undefined)} />}
    </main>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The actions for a day of the week. */
function StepSheet({ now, step, onClose }: { now: RunNow; step: ProgramStep; onClose: () => void }) {
  const { workout, slots } = workoutOf(now, step)
  const isNext = now.state.next?.day === step.day
  const then = (run: () => unknown, said?: string) => () => {
    run()
    if (said) toast(said)
    onClose()
  }
  return (
    <Sheet label={dayName(now.known, step.day)} onClose={onClose}>
      <SheetHead title={dayName(now.known, step.day)} text={stepText(now.known, step)} onClose={onClose} />
      <ul class="reasons">
        {workout.exercises.map(({ exerciseId, sets }, index) => (
          <li key={exerciseId}>
            <b>{nameOf(exerciseId)}</b> <span class="soft">{count(sets.length, 'set')}</span>
            <small class="muted">{slots[index]?.reasons[0]}</small>
          </li>
        ))}
      </ul>
      <button type="button" class="btn go full" onClick={then(() => void startStep(now, step))}>
        <Icon name="play" solid />
        Start
      </button>
      <Menu
        actions={[
          ...(isNext
            ? [
                {
                  icon: 'chevron-right' as const,
                  name: 'Skip this day',
                  text: 'Moves on to the next day',
                  run: then(
                    () =>
                      void decide(now, {
                        kind: 'skip',
                        step: { cycle: step.cycle, week: step.week, day: step.day },
                      }),
                    'Skipped',
                  ),
                },
              ]
            : [
                {
                  icon: 'corner-down-right' as const,
                  name: 'Go to this day',
                  text: 'Continues from there',
                  run: then(
                    () =>
                      void decide(now, {
                        kind: 'go_to',
                        step: { cycle: step.cycle, week: step.week, day: step.day },
                      }),
                    'The program continues from here',
                  ),
                },
              ]),
        ]}
      />
    </Sheet>
  )
}
