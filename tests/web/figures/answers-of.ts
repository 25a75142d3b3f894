import type { Schemas } from '#generated/types.ts'
import { get } from '#tests/handlers/training.ts'
import type { TestUser } from '#tests/support/user.ts'
import { answersFor } from '#web/figures/answers.ts'
import type { ChosenQuestion } from '#web/figures/questions.ts'

/** All items of a list, page by page. */
export async function allOf<Item>(user: TestUser, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor = ''
  do {
    const { body } = await get<{ items: Item[]; nextCursor?: string }>(user, `${path}?limit=200${cursor}`)
    items.push(...body.items)
    cursor = body.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`
  } while (cursor !== '')
  return items
}

/** What the app's worker answers from the log of a user, at a time in milliseconds since 1970. */
export async function answersOf(
  user: TestUser,
  {
    at,
    unit,
    deleted = [],
  }: { at: number; unit: Schemas['WeightUnit']; deleted?: readonly Schemas['Exercise'][] },
) {
  const { body: profile } = await get<Schemas['User']>(user, '/api/users/me')
  const exercises = await allOf<Schemas['Exercise']>(user, '/api/exercises')
  const workouts = await allOf<Schemas['Workout']>(user, '/api/workouts')
  return answersFor({
    workouts: () => workouts,
    finished: workouts,
    measurements: await allOf<Schemas['Measurement']>(user, '/api/measurements'),
    exercises: new Map([...exercises, ...deleted].map((exercise) => [exercise.id, exercise])),
    user: profile,
    unit,
    now: () => at,
  })
}

/** What the app knows of a user's profile and choices. */
export async function chosenBy(user: TestUser): Promise<ChosenQuestion> {
  const { body: profile } = await get<Schemas['User']>(user, '/api/users/me')
  const { equipment, plates, workoutsPerWeek, competitionDay, bodyweightGoal } = profile
  return {
    equipment,
    plates,
    landmarks: undefined,
    progressions: await allOf<Schemas['ChosenProgression']>(user, '/api/progressions'),
    soreness: await allOf<Schemas['Soreness']>(user, '/api/analytics/soreness'),
    workoutsPerWeek,
    competitionDay,
    bodyweightGoal,
  }
}
