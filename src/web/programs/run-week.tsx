import type { ProgramStep } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { Section } from '../parts/section.tsx'
import { aboutText, countText } from '../words.ts'
import { countSets, isWork } from '../workout/model.ts'
import { type CurrentRun, dayName, loggedWorkoutOf, workoutOf } from './runs.ts'

/** The workouts in the week of the step `next`; those of earlier days are shown as done or skipped. */
export function RunWeek({
  current,
  next,
  onOpen,
}: {
  current: CurrentRun
  next: ProgramStep
  onOpen: (step: ProgramStep) => void
}) {
  const { program } = current
  const weekIndex = program.weeks.findIndex(({ key }) => key === next.week)
  const week = program.weeks[weekIndex]
  if (!week) return null
  const dayIndex = week.days.indexOf(next.day)
  return (
    <Section title={week.name ?? (program.weeks.length > 1 ? `Week ${weekIndex + 1}` : 'Workouts')}>
      <div class="card flush rows tall">
        {week.days.map((day, index) => {
          const step = { ...next, day }
          const { workout, seconds } = workoutOf(current, step)
          const isHere = index === dayIndex
          const logged = index < dayIndex ? loggedWorkoutOf(current, step) : undefined
          const planned = workout.exercises.map(({ sets }) => sets.map(() => '' as const))
          return (
            <button
              type="button"
              key={`${day}${index}`}
              aria-current={isHere ? 'step' : undefined}
              onClick={() => onOpen(step)}
            >
              <span class={isHere ? 'lead solid' : 'lead'}>
                {isHere ? <Icon name="play" solid /> : index + 1}
              </span>
              <span class="main">
                <b>{dayName(program, day)}</b>
                <small>
                  {logged
                    ? `Done · ${countText(countSets(logged, isWork).done, 'set')}`
                    : `${index < dayIndex ? 'Skipped · ' : ''}${countText(planned.flat().length, 'set')} · ${aboutText(seconds)}`}
                </small>
                <span class="wk-rail">
                  <Rail marks={logged ? marksOf(logged) : planned} quiet />
                </span>
              </span>
              <Icon name="chevron-right" />
            </button>
          )
        })}
      </div>
    </Section>
  )
}
