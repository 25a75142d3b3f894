import { expectedOf } from '#training/lift-state/expected.ts'
import { doubtOf } from '#training/lift-state/gate.ts'
import { measuredSet } from '#training/lift-state/lift-set.ts'
import type { Remembered } from '#training/lift-state/memory-fold.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { memoryProgression } from '#training/progression/memory.ts'
import type { Prescription } from '#training/progression/types.ts'
import { weightUnits } from '#training/units.ts'
import { figure } from '../figures/ask.ts'
import { isOver } from '../figures/is-over.ts'
import { bodyweightAt, days, today } from '../figures/performed.ts'
import { barOf } from '../parts/plates.tsx'
import { exerciseOf } from '../state/catalogue.ts'
import { sessionsOf } from '../state/history.ts'
import { platePairs, settings } from '../state/settings.ts'
import { plain } from '../words.ts'
import type { Coach, Doubted, NextSets } from '../workout/advice-types.ts'
import { fromGramsIn, inUnit } from '../workout/figures.ts'
import { isDone, type LoggedExercise, type LoggedSet, type WorkoutFrame } from '../workout/model.ts'
import { slotReasons } from '../workout/reasons.ts'
import { whyOf } from './why.ts'

function prescriptionOf(exerciseId: string, remembered: Remembered | undefined): Prescription | undefined {
  const exercise = exerciseOf(exerciseId)
  if (!exercise) return undefined
  const { unit } = settings.value
  const now = Date.now()
  const own = sessionsOf(exerciseId).map(({ workout }) => workout)
  const over = own.filter((workout) => isOver(workout, now))
  if (over.length === 0) return undefined
  const bar = barOf(exercise.equipment)
  const next = memoryProgression(
    {
      facts: exercise,
      sets: trainedSets(over, { unit, before: now + 1, exerciseId }),
      memory: remembered,
      unit,
      loading: loadingFor({
        equipment: exercise.equipment,
        unit,
        plates: platePairs.value,
        barGrams: bar === undefined ? undefined : bar * weightUnits[unit].canonical,
        assisted: exercise.tracking === 'bodyweight_reps',
      }),
      bodyweightAt: bodyweightAt.value,
      days: days.value,
      now,
    },
    { scheme: 'memory' },
  )
  return next.status === 'prescription' ? next : undefined
}

/** Prescriptions, cached until the memory of the lift or a setting changes. */
const known = new Map<
  string,
  { readonly basis: readonly unknown[]; readonly next: Prescription | undefined }
>()

function prescribed(exerciseId: string): Prescription | undefined {
  const memory = figure('memory', exerciseId)
  if (!memory) return undefined
  const basis = [memory, settings.value, exerciseOf(exerciseId)]
  const before = known.get(exerciseId)
  if (before?.basis.every((one, index) => one === basis[index])) return before.next
  const next = prescriptionOf(exerciseId, memory.remembered)
  known.set(exerciseId, { basis, next })
  return next
}

/** The doubts about a finished workout, which come from the server. */
function doubtsBefore({ doubts = [] }: WorkoutFrame, exercise: LoggedExercise): ReadonlyMap<string, Doubted> {
  const own = doubts.filter(({ setId }) =>
    exercise.sets.some(({ id, confirmed }) => id === setId && !confirmed),
  )
  return new Map(
    own.map(({ setId, meant, reason }): [string, Doubted] => [
      setId,
      {
        about: reason === 'reps_high' ? 'reps' : 'weight',
        weight: meant?.weight && inUnit(meant.weight),
        reps: meant?.reps,
        reason: `${reason === 'reps_high' ? 'So many reps don’t' : 'This doesn’t'} fit your other sessions. Until you answer, the set doesn’t count.`,
      },
    ]),
  )
}

function doubtsOf(exercise: LoggedExercise): ReadonlyMap<string, Doubted> {
  const doubts = new Map<string, Doubted>()
  const facts = exerciseOf(exercise.exerciseId)
  const remembered = figure('memory', exercise.exerciseId)?.remembered
  if (!facts || !remembered || remembered.measure !== 'load' || bodyweightShareOf(facts) > 0) return doubts
  const expected = expectedOf(remembered.lift, remembered.lifter, today())
  const { canonical } = weightUnits[settings.value.unit]
  for (const set of exercise.sets) {
    if (!isDone(set) || set.confirmed) continue
    const measured = measuredSet(
      { type: set.type, reps: set.reps, weightGrams: set.weight && gramsOf(set), rpe: set.rpe, rir: set.rir },
      facts,
      undefined,
    )
    const doubt = measured?.measure === 'load' ? doubtOf(remembered.lift, expected, measured.set) : undefined
    if (!doubt) continue
    const heaviest = (remembered.lift.largestLoad * 1000) / canonical
    const isReps = doubt.oddity === 'reps_high'
    doubts.set(set.id, {
      about: isReps ? 'reps' : 'weight',
      weight: doubt.repair && fromGramsIn(Math.round(doubt.repair.load * 1000)),
      reps: doubt.repair && Math.round(doubt.repair.reps),
      reason: `${isReps ? `Your most reps so far: ${remembered.lift.mostReps}.` : `Your heaviest so far: ${plain(Math.round(heaviest * 100) / 100)} ${settings.value.unit}.`} Until you answer, plans ignore this set.`,
    })
  }
  return doubts
}

const gramsOf = ({ weight }: LoggedSet): number | undefined =>
  weight && Math.round(weight.value * weightUnits[weight.unit].canonical)

function nextTime(next: Prescription | undefined): NextSets | undefined {
  const [first] = next?.sets ?? []
  if (!next || first?.weightGrams === undefined || next.chance === undefined) return undefined
  const reps = next.sets.flatMap((set) => set.reps?.min ?? [])
  if (reps.length === 0) return undefined
  return {
    weight: fromGramsIn(first.weightGrams),
    reps,
    isOpen: next.sets.at(-1)?.openEnded ?? false,
    chance: next.chance,
    reason: next.reasons[0] ?? '',
  }
}

/** Advice that follows from the memory of each lift. */
export const coach: Coach = {
  advise(exercise, workout) {
    const { slot, exerciseId } = exercise
    const isPast = isOver(workout, Date.now())
    const doubts = isPast ? doubtsBefore(workout, exercise) : doubtsOf(exercise)
    const ofProgram = workout.plan && slot !== undefined
    const own = ofProgram || isPast ? undefined : prescribed(exerciseId)
    const next = ofProgram && !isPast ? slotReasons.value?.(workout, slot) : own
    const [last] = sessionsOf(exerciseId, workout.id)
    const why = next && whyOf(next, last?.sets[0]?.reps)
    if (!next && doubts.size === 0) return undefined
    return {
      icon: why?.icon ?? 'equal',
      text: why?.text ?? '',
      reasons: next?.reasons ?? [],
      next: nextTime(own),
      doubts,
    }
  },
  nextTime: (exerciseId) => nextTime(prescribed(exerciseId)),
}
