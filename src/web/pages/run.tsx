import { useSignal } from '@preact/signals'
import type { ProgramStep } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Rail } from '../parts/rail.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { sizeText } from '../programs/known.ts'
import { type CurrentRun, dayName, runById, stepText, workoutOf } from '../programs/runs.ts'
import { decide, startStep } from '../programs/start-run.ts'
import { WhatComesNext } from '../programs/what-comes-next.tsx'
import { go, route } from '../route.ts'
import { exercises, nameOf } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { capitalized, countText, durationText, numberText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'

/** An active program: the current position, the week, and the next workout. */
export function RunPage() {
  const current = runById(route.value.id ?? '')
  if (!current) return <NotFound title="No such program" up="programs" text="All programs" />
  return <RunDetails current={current} />
}

function RunDetails({ current }: { current: CurrentRun }) {
  const { run, program, state } = current
  const opened = useSignal<ProgramStep | undefined>(undefined)
  const isEnding = useSignal(false)
  const { next } = state
  const week = program.weeks.find(({ key }) => key === next?.week)
  const weekIndex = program.weeks.findIndex(({ key }) => key === next?.week)
  const dayIndex = week?.days.indexOf(next?.day ?? '') ?? -1
  const isPaused = run.status !== 'active'
  const setStatus = async (status: 'active' | 'paused' | 'ended') => {
    await log().runs.put({ ...run, status })
    if (status === 'ended') go('programs', { replace: true })
  }
  return (
    <main class="page">
      <PageHead title={program.name} text={sizeText(program)} up="programs" />
      <section class="card">
        <div class="flex between wrap">
          <div>
            <span class="label">You are here</span>
            <div class="t-l">{next ? capitalized(stepText(program, next)) : 'Finished'}</div>
          </div>
          <span class="badge ok">{countText(state.done, 'workout')} done</span>
        </div>
        {program.weeks.length > 1 && program.weeks.length <= 16 && (
          <div class="weeks" aria-hidden="true">
            {program.weeks.map(({ key, days }, index) => (
              <span class={index < weekIndex ? 'past' : index === weekIndex ? 'here' : ''} key={key}>
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
            <h2>{week.name ?? (program.weeks.length > 1 ? `Week ${weekIndex + 1}` : 'Workouts')}</h2>
          </header>
          <div class="card flush rows tall">
            {week.days.map((day, index) => {
              const step = { ...next, day }
              const { workout, seconds } = workoutOf(current, step)
              const sets = workout.exercises.reduce((sum, { sets: planned }) => sum + planned.length, 0)
              const isHere = index === dayIndex
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
                    <b>{dayName(program, day)}</b>
                    <small>
                      {index < dayIndex ? 'Done · ' : ''}
                      {countText(sets, 'set')} · about {durationText(seconds)}
                    </small>
                    <span class="wk-rail">
                      <Rail
                        marks={workout.exercises.map(({ sets: planned }) =>
                          planned.map(() => (index < dayIndex ? 'd' : '') as 'd' | ''),
                        )}
                        quiet
                      />
                    </span>
                  </span>
                  <Icon name="chevron-right" />
                </button>
              )
            })}
          </div>
        </section>
      )}
      {next && exercises.value.size > 0 && <WhatComesNext current={current} step={next} />}
      {state.bases.size > 0 && (
        <section class="section">
          <header>
            <h2>Current weights</h2>
          </header>
          <div class="card flush rows">
            {[...state.bases].map(([lift, { baseGrams, fromGrams }]) => (
              <div key={lift}>
                <span class="main">
                  <b>{nameOf(program.lifts?.find(({ key }) => key === lift)?.exerciseId ?? lift)}</b>
                  {fromGrams !== undefined && <small>previously {numberText(gramsInUnit(fromGrams))}</small>}
                </span>
                <span class="val num ink">
                  {numberText(gramsInUnit(baseGrams))}
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
        <button type="button" class="btn grow" onClick={() => (isEnding.value = true)}>
          <Icon name="x" />
          End program
        </button>
      </div>
      {isEnding.value && (
        <Sheet
          title={`End ${program.name}?`}
          text="It can’t be resumed."
          onClose={() => (isEnding.value = false)}
        >
          <button type="button" class="btn danger full" onClick={() => void setStatus('ended')}>
            End
          </button>
        </Sheet>
      )}
      {opened.value && (
        <StepSheet current={current} step={opened.value} onClose={() => (opened.value = undefined)} />
      )}
    </main>
  )
}

/** The actions for a day of the week. */
function StepSheet({
  current,
  step,
  onClose,
}: {
  current: CurrentRun
  step: ProgramStep
  onClose: () => void
}) {
  const { cycle, week, day } = step
  const { workout, slots } = workoutOf(current, step)
  const isNext = current.state.next?.day === step.day
  const closeAfter = (run: () => unknown, message?: string) => () => {
    run()
    if (message) toast(message)
    onClose()
  }
  return (
    <Sheet
      title={dayName(current.program, step.day)}
      text={stepText(current.program, step)}
      onClose={onClose}
    >
      <ul class="reasons">
        {workout.exercises.map(({ exerciseId, sets }, index) => (
          <li key={exerciseId}>
            <b>{nameOf(exerciseId)}</b> <span class="soft">{countText(sets.length, 'set')}</span>
            <small class="muted">{slots[index]?.reasons[0]}</small>
          </li>
        ))}
      </ul>
      <button type="button" class="btn go full" onClick={closeAfter(() => void startStep(current, step))}>
        <Icon name="play" solid />
        Start
      </button>
      <Menu
        actions={[
          {
            icon: isNext ? 'chevron-right' : 'corner-down-right',
            name: isNext ? 'Skip this day' : 'Go to this day',
            text: isNext ? undefined : 'Continues from there',
            run: closeAfter(
              () => void decide(current, { kind: isNext ? 'skip' : 'go_to', step: { cycle, week, day } }),
              isNext ? 'Skipped' : 'The program continues from here',
            ),
          },
        ]}
      />
    </Sheet>
  )
}
