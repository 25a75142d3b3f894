import { hrefTo } from '../route.ts'
import { exercises, nameOf } from '../state/catalogue.ts'
import type { ReadyUp } from '../today/next-up.ts'
import { planText } from '../workout/target.ts'
import { activeRuns, dayName, stepText, workoutOf } from './runs.ts'
import { startStep } from './start-run.ts'

const shownExercises = 4

/** Whether the exercises are loaded, so that the next step can be computed. */
export const isReady = (): boolean => exercises.value.size > 0

/** The next workout of the active program. Undefined without one, or at its end. */
export function nextUp(): ReadyUp | undefined {
  const [current] = activeRuns.value
  const step = current?.state.next
  if (!current || !step) return undefined
  const { program } = current
  const { workout, seconds } = workoutOf(current, step)
  const more = workout.exercises.length - shownExercises
  return {
    label: `Next · ${program.name}, ${stepText(program, step)}`,
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
