import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { listCandidates } from '#db/exercises/candidates.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { userDays } from '#training/days.ts'
import { basesIn, planBlock } from '#training/plan-block/plan-block.ts'
import { oneRepMaxOn } from '#training/progression/expected-one-rep-max.ts'
import { landmarksFor } from '../analytics/landmarks.ts'
import { type Current, type Invalid, invalid } from '../crud/results.ts'
import { liftMemory } from '../training-log/lift-memory.ts'

/** The default number of weeks of a block: four of rising volume, and a deload. */
const defaultWeeks = 5

/** The default number of sessions a week if the profile has none, and the maximum that a block has. */
const defaultSessions = 3
const maxSessions = 6

/** The goal of a block by the user's training goal. */
const blockGoals = {
  strength: 'strength',
  size: 'hypertrophy',
  health: 'general',
  sport: 'general',
} as const satisfies Record<Schemas['TrainingGoal'], Schemas['ProgramGoal']>

/** Plans a block of training. Nothing is stored. */
export async function planProgram(
  db: Reader,
  user: Profile,
  request: Schemas['ProgramPlanRequest'],
  { at, unit }: { readonly at: number; readonly unit: Schemas['WeightUnit'] },
): Promise<Current<Schemas['ProgramPlan']> | Invalid> {
  const candidates = await listCandidates(db, user.id)
  const { exclude = [], favor = [], weeks = defaultWeeks } = request
  const candidateIds = new Set(candidates.map(({ id }) => id))
  const unknownPointers = exclude.flatMap((id, index) => (candidateIds.has(id) ? [] : `/exclude/${index}`))
  if (unknownPointers.length > 0) {
    const message = 'There is no such exercise.'
    return invalid(
      ...unknownPointers.map((pointer) => ({ pointer, code: 'unknown_exercise', message }) as const),
    )
  }
  const memory = await liftMemory(db, user, at)
  const day = userDays(user).dayOf(at)
  const block = planBlock(
    {
      goal: request.goal ?? (user.goal === null ? 'general' : blockGoals[user.goal]),
      sessionsPerWeek:
        request.sessionsPerWeek ?? Math.min(maxSessions, user.workoutsPerWeek ?? defaultSessions),
      minutes: request.minutes,
      weeks,
      equipment: request.equipment ?? (user.equipment === null ? undefined : fromJson(user.equipment)),
      experience: request.experience ?? user.experience ?? 'beginner',
      favor,
      exclude,
    },
    {
      candidates,
      landmarks: await landmarksFor(db, user, at),
      unit,
      sessionsOf: (id) => memory.of(id)?.lift.sessions ?? 0,
      oneRepMaxOf: (id) => oneRepMaxOn(memory.of(id), day)?.valueGrams,
    },
  )
  if (!block) {
    const message = 'No suitable exercise is possible with this equipment.'
    return invalid({ pointer: '/equipment', code: 'range', message })
  }
  return {
    kind: 'current',
    value: {
      program: block.program,
      lifts: basesIn(block, unit),
      muscles: block.muscles.map((muscle) => ({ ...muscle, sets: [...muscle.sets] })),
      exercises: block.placed.map((placed) => ({
        day: placed.day,
        slot: placed.slot,
        exerciseId: placed.exercise.id,
        reasons: [...placed.reasons],
      })),
      reasons: [...block.reasons],
    },
  }
}
