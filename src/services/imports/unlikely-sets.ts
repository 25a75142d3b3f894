import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import type { ImportedLog, ImportedSet, ImportedWorkout, ImportProblem } from '#interchange/model.ts'
import { createYielder } from '#lib/yield.ts'
import { userDays } from '#training/days.ts'
import { type DoubtedSet, MemoryFold } from '#training/lift-state/index.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'
import { toGrams, type WeightUnit, weightUnits } from '#training/units.ts'
import type { NameMeaning } from './names.ts'

/** The number of sets to fold in one turn of a few milliseconds. */
const turnSets = 2000

/**
 * The sets of new workouts that look like typing errors, judged only by the file. They are imported
 * unchanged but excluded from figures until they are corrected or confirmed.
 */
export async function unlikelySets(
  db: Reader,
  userId: string,
  log: Pick<ImportedLog, 'timeZone'>,
  workouts: readonly ImportedWorkout[],
  meanings: ReadonlyMap<string, NameMeaning>,
  signal?: AbortSignal,
): Promise<ImportProblem[]> {
  const pause = createYielder(signal)
  const exercises = await factsOfMeanings(db, userId, meanings)
  const options = { exercises, days: userDays(log), bodyweightAt: () => undefined }
  const fold = new MemoryFold()
  const setById = new Map<string, ImportedSet>()
  let turn: PerformedSet[] = []
  for (const workout of workouts.toSorted((a, b) => a.startedAt - b.startedAt)) {
    for (const { set, performed } of setsIn(workout, meanings)) {
      setById.set(performed.id, set)
      turn.push(performed)
    }
    if (turn.length < turnSets) continue
    fold.add(new ListedSets(turn), options)
    turn = []
    await pause()
  }
  fold.add(new ListedSets(turn), options)
  return fold.doubts().flatMap((doubted) => {
    const set = setById.get(doubted.setId)
    return set ? [problemOf(set, doubted)] : []
  })
}

async function factsOfMeanings(db: Reader, userId: string, meanings: ReadonlyMap<string, NameMeaning>) {
  const ids = new Set(Array.from(meanings.values(), ({ exerciseId }) => exerciseId))
  const facts = new Map<string, ExerciseFacts>(await findExerciseFacts(db, userId, ids))
  for (const { exerciseId, draft } of meanings.values())
    if (draft) facts.set(exerciseId, { id: exerciseId, ...draft, engagement: [] })
  return facts
}

function* setsIn({ key, startedAt, exercises }: ImportedWorkout, meanings: ReadonlyMap<string, NameMeaning>) {
  for (const { name, sets } of exercises) {
    const exerciseId = meanings.get(name)?.exerciseId
    if (exerciseId === undefined) continue
    for (const [index, set] of sets.entries()) {
      const { type, reps, weight, assistance, rpe } = set
      if (type === 'warmup') continue
      const performed: PerformedSet = {
        id: `${key} ${name} ${index}`,
        workoutId: key,
        exerciseId,
        performedAt: startedAt,
        type,
        reps,
        weightGrams: weight && Math.round(toGrams(weight)),
        assistanceGrams: assistance && Math.round(toGrams(assistance)),
        rpe,
      }
      yield { set, performed }
    }
  }
}

function problemOf(
  { line, weight, assistance, reps = 0 }: ImportedSet,
  { doubt, body }: DoubtedSet,
): ImportProblem {
  const unit = (weight ?? assistance)?.unit ?? 'kg'
  const { repair } = doubt
  const suggestion = repair
    ? `; perhaps it should be ${textOf(repair.load - body, Math.round(repair.reps), unit)}`
    : ''
  const logged = `${weight?.value ?? 0} ${unit} × ${reps}`
  return {
    line,
    code: 'unlikely_value',
    effect: 'kept',
    message: `${logged} doesn't fit this exercise${suggestion}. It will count after it is confirmed or corrected.`,
  }
}

function textOf(kilograms: number, reps: number, unit: WeightUnit): string {
  const value = (kilograms * 1000) / weightUnits[unit].canonical
  return `${Math.round(value * 100) / 100} ${unit} × ${reps}`
}
