import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { hrefTo, route } from '../route.ts'
import { quarterHour } from '../state/clock.ts'
import { changes, log, workoutInProgress, workouts } from '../state/log.ts'
import { withPendingEdits } from '../state/pending.ts'
import { useActiveRun } from '../today/active-run.ts'
import { AfterThisPlaceholder } from '../today/after-this.tsx'
import { FirstOpen } from '../today/first-open.tsx'
import { LastWorkouts } from '../today/last-workouts.tsx'
import { Next } from '../today/next.tsx'
import { Recovery } from '../today/recovery.tsx'
import { Resume } from '../today/resume.tsx'
import { ThisWeek } from '../today/this-week.tsx'
import { Update } from '../today/update.tsx'
import { dateText } from '../words.ts'
import { startEmpty } from '../workout/start.ts'

/** The workout in progress or the next one, the latest workouts, and recovery. */
export function Today() {
  route.value
  quarterHour.value
  const { runId, group } = useActiveRun()
  const current = workoutInProgress.value
  changes.value
  const isFirst = !current && workouts.value.length === 0 && log().runs.list().length === 0
  return (
    <main class="page">
      <header class="top">
        <div class="grow">
          {!isFirst && <p class="label">{dateText(Date.now(), 'long')}</p>}
          <h1 tabIndex={-1}>Today</h1>
        </div>
        <span class="narrow">
          <Status />
        </span>
      </header>
      <Update />
      {isFirst ? (
        <FirstOpen />
      ) : (
        <div class="panes">
          <div class="col">
            {current ? <Resume workout={withPendingEdits(current)} /> : <Next />}
            {current && group && <group.AfterThis workout={current} />}
            {current?.plan && !group && current.plan.runId === runId && (
              <AfterThisPlaceholder workout={current} />
            )}
            {!current && (
              <div class="flex quick">
                <button type="button" class="btn grow" onClick={() => void startEmpty()}>
                  <Icon name="plus" />
                  Empty workout
                </button>
                <a class="btn grow" href={hrefTo('suggest')}>
                  <Icon name="sparkles" />
                  Suggest
                </a>
              </div>
            )}
            <div class="narrow">
              <Recovery />
            </div>
            <LastWorkouts />
          </div>
          <div class="col wide">
            <ThisWeek />
            <Recovery hasMap />
          </div>
        </div>
      )}
    </main>
  )
}
