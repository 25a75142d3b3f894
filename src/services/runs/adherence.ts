import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { dayText, userDays } from '#training/days.ts'
import { weekOf } from '#training/periods.ts'
import { adherenceOf } from '#training/programs/index.ts'
import type { Current, Deleted, Missing } from '../crud/results.ts'
import { findRun } from './next.ts'
import { foldCurrentRun } from './state.ts'

/** Compares the training done with the training that a run planned. */
export async function adherence(
  db: Reader,
  user: Profile,
  id: string,
): Promise<Current<Schemas['Adherence']> | Missing<'run'> | Deleted<'run'>> {
  const run = await findRun(db, user.id, id)
  if ('kind' in run) return run
  const { state, program } = await foldCurrentRun(db, run)
  const { steps, slots } = adherenceOf(program, state)
  const days = userDays(user)
  const weeks = Map.groupBy(state.countedWorkouts, ({ startedAt }) =>
    weekOf(days.dayOf(startedAt), user.weekStart),
  )
  return {
    kind: 'current',
    value: {
      steps: steps.map(({ workoutId, ...step }) => ({
        ...step,
        ...(workoutId !== undefined && { workoutId }),
      })),
      slots: slots.map((slot) => ({ ...slot })),
      ...(program.sessionsPerWeek !== undefined && { sessionsPerWeek: program.sessionsPerWeek }),
      weeks: [...weeks]
        .sort(([a], [b]) => a - b)
        .map(([start, workouts]) => ({ startsOn: dayText(start), sessions: workouts.length })),
    },
  }
}
