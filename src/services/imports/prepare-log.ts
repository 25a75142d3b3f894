import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { nameableExercises } from '#db/exercises/nameable.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { localText, shownIn } from '#interchange/local-time.ts'
import type { ImportedLog, ImportedWorkout, ImportProblem } from '#interchange/model.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import type { FieldProblem } from '../crud/results.ts'
import type { LiftNames } from './known-days.ts'
import { type Meaning, meaningsOf } from './names.ts'
import { type Plan, planOf } from './plan.ts'
import { counted, maxListedDuplicates, type NewExercise, type PreparedImport } from './prepared-import.ts'
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
  const added = plan.workouts.map(({ item }) => item)
  const unlikely = await unlikelySets(db, user.id, log, added, byName, signal)
  const context = { userId: user.id, timeZone: log.timeZone }
  return {
    log: withProblems(log, unlikely),
    namesToRemember,
    problems: [...problems, ...accepted.problems],
    comparison: comparisonOf(log, plan, byName),
    exercises: newExercises([...plan.workouts.map(({ item }) => item), ...accepted.workouts], byName),
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

function withProblems(log: ImportedLog, more: readonly ImportProblem[]): ImportedLog {
  if (more.length === 0) return log
  const problems = [...log.problems, ...more].slice(0, maxListedProblems)
  return { ...log, problems, problemCount: log.problemCount + more.length }
}

/** The changes that the user accepts, and problems for those that don't exist. */
function acceptedOf({ duplicates }: Plan, accept: readonly string[]) {
  const changed = new Map(
    duplicates.flatMap(({ id, workout, change }) => (change ? [[id, { id, workout, change }]] : [])),
  )
  const changes = accept.flatMap((id) => changed.get(id) ?? [])
  const problems = [...accept.entries()].flatMap(([index, id]): FieldProblem[] => {
    const message = 'Must be the workoutId of a duplicate with changed: true.'
    return changed.has(id) ? [] : [{ pointer: `/accept/${index}`, code: 'range', message }]
  })
  return { changes, problems, workouts: changes.map(({ workout }) => workout) }
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
): PreparedImport['comparison'] {
  const { duplicates } = plan
  const sets = sum(log.workouts.map(setCount))
  const fresh = sum(plan.workouts.map(({ item }) => setCount(item)))
  return {
    workouts: counted(log.workouts.length, plan.workouts.length),
    sets: counted(sets, fresh),
    measurements: counted(log.measurements.length, plan.measurements.length),
    exercises: log.exercises.map(({ name, sets }) => ({
      name,
      sets,
      ...reportedMeaning(meanings.get(name)),
    })),
    duplicates: listedFirst(duplicates).map(({ id, workout, change }) => ({
      line: workout.line,
      ...(workout.name !== undefined && { name: workout.name }),
      workoutId: id,
      startedAt: instant(workout.startedAt),
      changed: change !== undefined,
    })),
    ...daysOf(log),
  }
}

function reportedMeaning(meaning: Meaning | undefined) {
  if (!meaning) throw new Error('a name in the file has no meaning')
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
  const measured = measurements.map(({ measuredAt }) => measuredAt)
  const ends = measured.length === 0 ? [] : [minimum(measured), -minimum(measured.map((at) => -at))]
  const days = [
    ...workouts.map(({ localStart }) => localStart.slice(0, 10)),
    ...ends.map((at) => localText(shownIn(timeZone, at)).slice(0, 10)),
  ].sort()
  const [from] = days
  const to = days.at(-1)
  return from !== undefined && to !== undefined ? { days: { from, to } } : {}
}

/** Unlike `Math.min(...numbers)`, works for any number of values. */
function minimum(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY)
}

/** The first duplicates, starting with those that need a decision. */
function listedFirst(duplicates: Plan['duplicates']): Plan['duplicates'] {
  const changed = duplicates.filter(({ change }) => change !== undefined)
  const same = duplicates.filter(({ change }) => change === undefined)
  return [...changed, ...same].slice(0, maxListedDuplicates)
}

/** The exercises of these workouts that don't exist yet. */
function newExercises(
  workouts: readonly ImportedWorkout[],
  meanings: ReadonlyMap<string, Meaning>,
): NewExercise[] {
  const drafts = new Map<string, Schemas['NewExercise']>()
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
  return numbers.reduce((total, one) => total + one, 0)
}
