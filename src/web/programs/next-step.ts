import { dayMs } from '#training/day-ms.ts'
import { hrefTo } from '../route.ts'
import { hasCatalogue, nameOf } from '../state/catalogue.ts'
import { maxPlanRows, type StartableNextUp } from '../today/next-up.ts'
import { planText } from '../workout/target.ts'
import {
  activeRuns,
  type CurrentRun,
  dayName,
  loggedWorkoutOf,
  runAfter,
  stepText,
  workoutOf,
} from './runs.ts'
import { startStep } from './start-run.ts'

/** Whether the exercises, from which the next step is computed, are loaded. */
export const isReady = (): boolean => hasCatalogue.value

/** The next workout of the active program. Undefined without an active program, or at its end. */
export function nextUp(): StartableNextUp | undefined {
  const [current] = activeRuns.value
  return current && nextUpOf(current)
}

/** The workout after the one in progress, if the workout in progress belongs to the active program. */
export function nextUpAfter(workoutId: string): StartableNextUp | undefined {
  const [current] = activeRuns.value
  if (!current?.state.next || current.state.inProgress !== workoutId) return undefined
  return nextUpOf(runAfter(current, current.state.next, true), Date.now() + dayMs)
}

/** The next time that the active program lists an exercise: where, and each entry's sets. */
export function nextOf(exerciseId: string) {
  const [current] = activeRuns.value
  const step = current?.state.next
  if (!step) return undefined
  const { program } = current
  const places = program.weeks.flatMap(({ key: week, days }) => days.map((day) => ({ week, day })))
  const here = places.findIndex(({ week, day }) => week === step.week && day === step.day)
  const later = places.map((place, index) => ({ ...place, cycle: step.cycle + Number(index < here) }))
  const tried = new Set<string>()
  for (const place of [...later.slice(here), ...later.slice(0, here)]) {
    // A day is tried once, unless some of its exercises are only for certain weeks.
    const { week, day } = place
    const key = program.days.some((other) => other.key === day && other.slots.some(({ weeks }) => weeks))
      ? `${week}/${day}`
      : day
    if (tried.has(key) || loggedWorkoutOf(current, place)) continue
    tried.add(key)
    const exercises = workoutOf(current, place).workout.exercises.filter(
      (exercise) => exercise.exerciseId === exerciseId,
    )
    if (exercises.length > 0) return { exercises, place: `${program.name}, ${stepText(program, place)}` }
  }
  return undefined
}

function nextUpOf(current: CurrentRun, at = Date.now()): StartableNextUp | undefined {
  const { program, state } = current
  const step = state.next
  if (!step) return undefined
  const { workout, seconds } = workoutOf(current, step, at)
  const more = workout.exercises.length - maxPlanRows
  return {
    label: `${program.name}, ${stepText(program, step)}`,
    name: dayName(program, step.day),
    seconds,
    sets: workout.exercises.map(({ sets }) => sets.length),
    rows: workout.exercises.slice(0, maxPlanRows).map(({ exerciseId, sets }) => ({
      sets: sets.length,
      name: nameOf(exerciseId),
      text: planText({ sets }),
    })),
    href: hrefTo('run', current.run.id),
    linkText: more > 0 ? `and ${more} more` : 'Program',
    start: () => startStep(current, step),
  }
}
