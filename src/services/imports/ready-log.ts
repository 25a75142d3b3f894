import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { nameableExercises } from '#db/exercises/nameable.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { localText, shownIn } from '#interchange/local-time.ts'
import type { ImportedLog, ImportedWorkout } from '#interchange/model.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import type { LiftNames } from './known-days.ts'
import { type Meaning, meaningsOf } from './names.ts'
import { type Plan, planOf } from './plan.ts'
import { counted, type ExerciseToMake, listedDuplicates, type Ready } from './ready.ts'
import { rowsOf } from './rows.ts'

/** Prepares another app's file. */
export async function readyLog(
  db: Reader,
  user: Profile,
  log: ImportedLog,
  corrections: readonly Schemas['ImportMapping'][] = [],
): Promise<Ready> {
  const { byName, given, problems } = await meaningsOf(db, user.id, log, corrections)
  const plan = await planOf(db, user.id, log, await liftNames(db, user.id, log, byName))
  return {
    log,
    given,
    problems,
    comparison: comparisonOf(log, plan, byName),
    exercises: toMake(plan, byName),
    fingerprints: new Map(plan.workouts.map(({ id, fingerprint }) => [id, fingerprint])),
    rows: (now) => rowsOf({ userId: user.id, timeZone: log.timeZone }, plan, byName, now),
  }
}

/** Names are needed only to recognize workouts without a time. */
async function liftNames(
  db: Reader,
  userId: string,
  { workouts }: ImportedLog,
  meanings: ReadonlyMap<string, Meaning>,
): Promise<LiftNames> {
  const written = new Map<string, string>()
  if (workouts.some(({ dayOnly }) => dayOnly)) {
    for (const exercise of await nameableExercises(db, userId))
      written.set(exercise.id, bracketedName(exercise))
    for (const { id, name, aliases } of await listOwnExercises(db, userId))
      written.set(id, bracketedName({ name, aliases: fromJson(aliases) }))
  }
  return {
    exerciseIdOf: (name) => meanings.get(name)?.exerciseId ?? name,
    writtenName: (id) => written.get(id),
  }
}

function comparisonOf(
  log: ImportedLog,
  plan: Plan,
  meanings: ReadonlyMap<string, Meaning>,
): Ready['comparison'] {
  const { duplicates } = plan
  const sets = sum(log.workouts.map(setCount))
  const fresh = sum(plan.workouts.map(({ item }) => setCount(item)))
  return {
    workouts: counted(log.workouts.length, plan.workouts.length),
    sets: counted(sets, fresh),
    measurements: counted(log.measurements.length, plan.measurements.length),
    exercises: log.exercises.map(({ name, sets }) => ({ name, sets, ...said(meanings.get(name)) })),
    duplicates: duplicates.slice(0, listedDuplicates).map(({ id, workout, changed }) => ({
      line: workout.line,
      ...(workout.name !== undefined && { name: workout.name }),
      workoutId: id,
      startedAt: instant(workout.startedAt),
      changed,
    })),
    ...daysOf(log),
  }
}

function said(meaning: Meaning | undefined) {
  if (!meaning) throw new Error('a name in the file means nothing')
  const { certainty, score, draft, exerciseId, exerciseName, candidates = [] } = meaning
  if (!draft) return { certainty, score, exerciseId, exerciseName }
  return {
    certainty,
    score,
    newExercise: draft,
    ...(candidates.length > 0 && { candidates: [...candidates] }),
  }
}

/** The first and last day, by the file's clock. */
function daysOf({ workouts, measurements, timeZone }: ImportedLog): Pick<Schemas['Import'], 'days'> {
  const days = [
    ...workouts.map(({ localStart }) => localStart.slice(0, 10)),
    ...measurements.map(({ measuredAt }) => localText(shownIn(timeZone, measuredAt)).slice(0, 10)),
  ].sort()
  const [from] = days
  const to = days.at(-1)
  return from !== undefined && to !== undefined ? { days: { from, to } } : {}
}

/** The exercises that new workouts need and that don't exist yet. */
function toMake(plan: Plan, meanings: ReadonlyMap<string, Meaning>): ExerciseToMake[] {
  const drafts = new Map<string, Schemas['NewExercise']>()
  for (const { item } of plan.workouts) {
    for (const { name } of item.exercises) {
      const meaning = meanings.get(name)
      if (meaning?.draft) drafts.set(meaning.exerciseId, meaning.draft)
    }
  }
  return [...drafts].map(([id, draft]) => ({ input: { ...draft, id } }))
}

function setCount({ exercises }: ImportedWorkout): number {
  return sum(exercises.map(({ sets }) => sets.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
