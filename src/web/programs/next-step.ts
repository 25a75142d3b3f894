import { dayMs } from '#training/day-ms.ts'
import { hrefTo } from '../route.ts'
import { exercises, nameOf } from '../state/catalogue.ts'
import type { ReadyUp } from '../today/next-up.ts'
import { planText } from '../workout/target.ts'
import { activeRuns, type CurrentRun, dayName, runAfter, stepText, workoutOf } from './runs.ts'
import { startStep } from './start-run.ts'

const shownExercises = 4

/** Whether the exercises are loaded, so that the next step can be computed. */
export const isReady = (): boolean => exercises.value.size > 0

/** The next workout of the active program. Undefined without one, or at its end. */
export function nextUp(): ReadyUp | undefined {
  const [current] = activeRuns.value
  return current && upOf(current)
}

/** The workout after the one in progress, if that one belongs to the active program. */
export function upAfter(workoutId: string): ReadyUp | undefined {
  const [current] = activeRuns.value
  if (!current?.state.next || current.state.inProgress !== workoutId) return undefined
  return upOf(runAfter(current, current.state.next, true), Date.now() + dayMs)
}

function upOf(current: CurrentRun, at = Date.now()): ReadyUp | undefined {
  const { program, state } = current
  const step = state.next
  if (!step) return undefined
  const { workout, seconds } = workoutOf(current, step, at)
  const more = workout.exercises.length - shownExercises
  return {
    label: `${program.name}, ${stepText(program, step)}`,
    name: dayName(program, step.day),
    seconds,
    sets: workout.exercises.map(({ sets }) => sets.length),
    rows: workout.exercises.slice(0, shownExercises).map(({ exerciseId, sets }) => ({
      sets: sets.length,
      name: nameOf(exerciseId),
      text: planText({ sets }),
    })),
    href: hrefTo('run', current.run.id),
    linkText: more > 0 ? `and ${more} more` : 'Program',
    start: () => startStep(current, step),
  }
}
