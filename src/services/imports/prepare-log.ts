import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { nameableExercises } from '#db/exercises/nameable.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { localText, wallClockIn } from '#interchange/local-time.ts'
import type { ImportedLog, ImportedWorkout, ImportProblem } from '#interchange/model.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import type { FieldProblem } from '../crud/results.ts'
import type { LiftNames } from './existing-days.ts'
import { meaningsOf, type NameMeaning } from './names.ts'
import { type Plan, planOf } from './plan.ts'
import { importCount, maxListedDuplicates, type NewExercise, type PreparedImport } from './prepared-import.ts'
import { draftOf, rowsOf } from './rows.ts'
import { unlikelySets } from './unlikely-sets.ts'

/** Prepares another app's file. */
export async function prepareLog(
  db: Reader,
  user: Profile,
  log: ImportedLog,
  { mappings, accept = [] }: Pick<Schemas['ImportCorrections'], 'mappings' | 'accept'> = {},
  signal?: AbortSignal,
): Promise<PreparedImport> {
  const { byName, namesToRemember, problems } = await meaningsOf(db, user.id, log, mappings, signal)
  const plan = await planOf(db, user.id, log, await liftNames(db, user.id, log, byName), signal)
  const accepted = acceptedOf(plan, accept)
  const newWorkouts = plan.workouts.map(({ item }) => item)
  const unlikely = await unlikelySets(db, user.id, log, newWorkouts, byName, signal)
  const context = { userId: user.id, timeZone: log.timeZone }
  return {
    log: withProblems(log, unlikely),
    namesToRemember,
    problems: [...problems, ...accepted.problems],
    comparison: comparisonOf(log, plan, byName),
    exercises: newExercises([...newWorkouts, ...accepted.workouts], byName),
    fingerprints: new Map(plan.workouts.map(({ id, fingerprint }) => [id, fingerprint])),
    changes: accepted.changes.map(({ id, workout, change }) => ({
      ...change,
      draft: draftOf(context, id, workout, byName),
    })),
    rows: (now) => rowsOf(context, plan, byName, now, signal),
  }
}

/** The maximum number of problems to list individually. */
const maxListedProblems = 1000

function withProblems(log: ImportedLog, addedProblems: readonly ImportProblem[]): ImportedLog {
  if (addedProblems.length === 0) return log
  const problems = [...log.problems, ...addedProblems].slice(0, maxListedProblems)
  return { ...log, problems, problemCount: log.problemCount + addedProblems.length }
}

/** The changes that the user accepts, and problems for ids that name no change. */
function acceptedOf({ duplicates }: Plan, accept: readonly string[]) {
  const changeById = new Map(
    duplicates.flatMap(({ id, workout, change }) => (change ? [[id, { id, workout, change }]] : [])),
  )
  const changes = accept.flatMap((id) => changeById.get(id) ?? [])
  const problems = [...accept.entries()].flatMap(([index, id]): FieldProblem[] => {
    const message = 'Must be the workoutId of a duplicate with changed: true.'
    return changeById.has(id) ? [] : [{ pointer: `/accept/${index}`, code: 'range', message }]
  })
  return { changes, problems, workouts: changes.map(({ workout }) => workout) }
}

/** Reads the names of exercises only if they are needed to recognize workouts without a time. */
async function liftNames(
  db: Reader,
  userId: string,
  { workouts }: ImportedLog,
  meanings: ReadonlyMap<string, NameMeaning>,
): Promise<LiftNames> {
  const writtenNames = new Map<string, string>()
  if (workouts.some(({ isDayOnly }) => isDayOnly)) {
    for (const exercise of await nameableExercises(db, userId))
      writtenNames.set(exercise.id, bracketedName(exercise))
    for (const { id, name, aliases } of await listOwnExercises(db, userId))
      writtenNames.set(id, bracketedName({ name, aliases: fromJson(aliases) }))
  }
  return {
    exerciseIdOf: (name) => meanings.get(name)?.exerciseId ?? name,
    writtenName: (id) => writtenNames.get(id),
  }
}

function comparisonOf(
  log: ImportedLog,
  plan: Plan,
  meanings: ReadonlyMap<string, NameMeaning>,
): PreparedImport['comparison'] {
  const { duplicates } = plan
  const sets = sum(log.workouts.map(setCount))
  const newSets = sum(plan.workouts.map(({ item }) => setCount(item)))
  return {
    workouts: importCount(log.workouts.length, plan.workouts.length),
    sets: importCount(sets, newSets),
    measurements: importCount(log.measurements.length, plan.measurements.length),
    exercises: log.exercises.map(({ name, sets }) => ({
      name,
      sets,
      ...reportedMeaning(meanings.get(name)),
    })),
    duplicates: duplicatesToList(duplicates).map(({ id, workout, change }) => ({
      line: workout.line,
      ...(workout.name !== undefined && { name: workout.name }),
      workoutId: id,
      startedAt: instant(workout.startedAt),
      changed: change !== undefined,
    })),
    ...daysOf(log),
  }
}

function reportedMeaning(meaning: NameMeaning | undefined) {
  if (!meaning) throw new Error('no exercise is assigned to a name in the file')
  const { certainty, score, draft, exerciseId, exerciseName, candidates = [] } = meaning
  if (!draft) return { certainty, score, exerciseId, exerciseName }
  return {
    certainty,
    score,
    newExercise: draft,
    ...(candidates.length > 0 && { candidates: [...candidates] }),
  }
}

/** The first and the last day, in the file's local time. */
function daysOf({ workouts, measurements, timeZone }: ImportedLog): Pick<Schemas['Import'], 'days'> {
  const times = measurements.map(({ measuredAt }) => measuredAt)
  const extremes = times.length === 0 ? [] : [minimum(times), -minimum(times.map((time) => -time))]
  const days = [
    ...workouts.map(({ localStart }) => localStart.slice(0, 10)),
    ...extremes.map((time) => localText(wallClockIn(timeZone, time)).slice(0, 10)),
  ].sort()
  const [from] = days
  const to = days.at(-1)
  return from !== undefined && to !== undefined ? { days: { from, to } } : {}
}

/** The minimum, without the limit on arguments that `Math.min(...numbers)` has. */
function minimum(numbers: readonly number[]): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number), Number.POSITIVE_INFINITY)
}

/** The duplicates to list: those that need a decision first, up to the maximum. */
function duplicatesToList(duplicates: Plan['duplicates']): Plan['duplicates'] {
  const changed = duplicates.filter(({ change }) => change !== undefined)
  const unchanged = duplicates.filter(({ change }) => change === undefined)
  return [...changed, ...unchanged].slice(0, maxListedDuplicates)
}

/** The exercises of these workouts that don't exist yet. */
function newExercises(
  workouts: readonly ImportedWorkout[],
  meanings: ReadonlyMap<string, NameMeaning>,
): NewExercise[] {
  const drafts = new Map<string, Schemas['ExerciseDraft']>()
  for (const { exercises } of workouts) {
    for (const { name } of exercises) {
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
  return numbers.reduce((total, number) => total + number, 0)
}
