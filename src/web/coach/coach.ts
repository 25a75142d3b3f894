import { doubtOf, doubtOfFirst } from '#training/lift-state/doubt.ts'
import { expectedOf } from '#training/lift-state/expected.ts'
import { measuredSet } from '#training/lift-state/lift-set.ts'
import type { LiftState } from '#training/lift-state/state.ts'
import { bodyweightShareOf } from '#training/load.ts'
import type { Prescription } from '#training/progression/types.ts'
import { weightUnits } from '#training/units.ts'
import { isOver } from '../figures/is-over.ts'
import { today } from '../figures/performed.ts'
import type { Coaching } from '../figures/questions.ts'
import { type Exercise, exerciseOf } from '../state/catalogue.ts'
import { lastSession, type Session } from '../state/history.ts'
import { type Settings, settings } from '../state/settings.ts'
import { numberText } from '../words.ts'
import type { Advice, Coach, Doubt, NextSets, PlannedSet, Reasoning } from '../workout/advice-types.ts'
import { gramsInUnit, inUnit } from '../workout/figures.ts'
import { isDone, type LoggedExercise, type LoggedSet, type WorkoutFrame } from '../workout/model.ts'
import { slotReasons } from '../workout/reasons.ts'
import { coachingFor } from './coaching.ts'
import { whyOf } from './why.ts'

/** The server's doubts about the sets of a finished workout. */
function doubtsFromServer(
  { doubts = [] }: WorkoutFrame,
  exercise: LoggedExercise,
): ReadonlyMap<string, Doubt> {
  const unconfirmed = doubts.filter(({ setId }) =>
    exercise.sets.some(({ id, confirmed }) => id === setId && !confirmed),
  )
  return new Map(
    unconfirmed.map(({ setId, meant, reason }): [string, Doubt] => [
      setId,
      {
        about: reason === 'reps_high' ? 'reps' : 'weight',
        weight: meant?.weight && inUnit(meant.weight),
        reps: meant?.reps,
        reason: 'This is unlikely. Until you answer, the set doesn’t count.',
      },
    ]),
  )
}

function doubtsOf(exercise: LoggedExercise): ReadonlyMap<string, Doubt> {
  const doubts = new Map<string, Doubt>()
  const facts = exerciseOf(exercise.exerciseId)
  const known = coachingFor(exercise.exerciseId)
  if (!facts || !known || bodyweightShareOf(facts) > 0) return doubts
  const { remembered, limit } = known
  if (remembered && remembered.measure !== 'load') return doubts
  const expected = remembered && expectedOf(remembered.lift, remembered.lifter, today())
  const measuredSets = exercise.sets.flatMap((set) => {
    if (!isDone(set)) return []
    const measured = measuredSet(
      { type: set.type, reps: set.reps, weightGrams: set.weight && gramsOf(set), rpe: set.rpe, rir: set.rir },
      facts,
      undefined,
    )
    return measured?.measure === 'load' ? [{ set, measured: measured.set }] : []
  })
  const planned = exercise.sets.flatMap(({ target }) => (target?.weight ? (gramsOf(target) ?? 0) / 1000 : []))
  for (const { set, measured } of measuredSets) {
    if (set.confirmed) continue
    const others = () => measuredSets.flatMap((other) => (other.set === set ? [] : other.measured.load))
    const doubt = expected
      ? doubtOf(remembered.lift, expected, measured, () => limit, others)
      : doubtOfFirst(measured, limit)
    if (!doubt) continue
    const slipped = planned.find((load) => Math.abs(10 * load - measured.load) < load / 4)
    // A planned weight may be what was meant, even if it is new.
    const meant = doubt.repair ?? (slipped && { load: slipped, reps: measured.reps })
    const isReps = doubt.reason === 'reps_high'
    doubts.set(set.id, {
      about: isReps ? 'reps' : 'weight',
      weight: meant && gramsInUnit(Math.round(meant.load * 1000)),
      reps: meant && Math.round(meant.reps),
      reason: `${remembered ? bestSoFar(remembered.lift, isReps) : 'Few people lift this much.'} Until you answer, plans ignore this set.`,
    })
  }
  return doubts
}

function bestSoFar({ mostReps, largestLoad }: LiftState, isReps: boolean): string {
  if (isReps) return `Your most reps so far: ${mostReps}.`
  return `Your heaviest so far: ${numberText(gramsInUnit(largestLoad * 1000))} ${settings.value.unit}.`
}

const gramsOf = ({ weight }: Pick<LoggedSet, 'weight'>): number | undefined =>
  weight && Math.round(weight.value * weightUnits[weight.unit].canonical)

function nextTime(coached: Coaching | undefined): NextSets | undefined {
  const { next, planned } = coached ?? {}
  const sets = planned ?? (next && setsFromMemory(next))
  if (!next || !sets?.length) return undefined
  const { chance, reasons, ifMissed, deload } = next
  return { sets, chance, reasons: [...reasons, ...(ifMissed ? [ifMissed.text] : [])], deload: deload?.text }
}

function setsFromMemory({ sets, chance }: Prescription): PlannedSet[] {
  if (chance === undefined) return []
  const { unit } = settings.value
  return sets.flatMap(({ reps, weightGrams, openEnded }): PlannedSet[] => {
    if (!reps || weightGrams === undefined) return []
    const weight = { value: gramsInUnit(weightGrams), unit }
    const target = { weight, reps: { min: reps.min, max: reps.min }, ...(openEnded && { openEnded }) }
    return [{ type: 'normal', weight, target }]
  })
}

/** What advice is based on, besides the exercise in the workout. */
interface Basis {
  readonly coached: Coaching | undefined
  readonly last: Session | undefined
  /** The reasons of the program. */
  readonly slot: Reasoning | undefined
  readonly doubts: WorkoutFrame['doubts']
  readonly isPast: boolean
  readonly isInProgram: boolean
  readonly settings: Settings
  readonly facts: Exercise | undefined
}

function advice(exercise: LoggedExercise, workout: WorkoutFrame, basis: Basis): Advice | undefined {
  const { isPast, isInProgram, last } = basis
  const doubts = isPast ? doubtsFromServer(workout, exercise) : doubtsOf(exercise)
  const coached = isInProgram || isPast ? undefined : basis.coached
  const next = isInProgram && !isPast ? basis.slot : coached?.next
  const why = next && whyOf(next, last?.sets[0]?.reps)
  if (!next && doubts.size === 0) return undefined
  return {
    icon: why?.icon ?? 'equal',
    text: why?.text ?? '',
    reasons: next?.reasons ?? [],
    next: nextTime(coached),
    doubts,
  }
}

/** Cached advice, because checking off a set changes only the advice on its own exercise. */
const adviceCache = new WeakMap<
  LoggedExercise,
  { readonly basis: Basis; readonly advice: Advice | undefined }
>()

/** Advice that follows from the memory of each lift. */
export const coach: Coach = {
  advise(exercise, workout) {
    const { slot, exerciseId } = exercise
    const isPast = isOver(workout, Date.now())
    const isInProgram = workout.plan !== undefined && slot !== undefined
    const basis: Basis = {
      coached: coachingFor(exerciseId),
      last: lastSession(exercise, workout),
      slot: isInProgram && !isPast ? slotReasons.value?.(workout, slot, exerciseId) : undefined,
      doubts: workout.doubts,
      isPast,
      isInProgram,
      settings: settings.value,
      facts: exerciseOf(exerciseId),
    }
    const cached = adviceCache.get(exercise)
    const names = Object.keys(basis) as (keyof Basis)[]
    if (cached && names.every((name) => cached.basis[name] === basis[name])) return cached.advice
    const newAdvice = advice(exercise, workout, basis)
    adviceCache.set(exercise, { basis, advice: newAdvice })
    return newAdvice
  },
  nextTime: (exerciseId) => nextTime(coachingFor(exerciseId)),
}
