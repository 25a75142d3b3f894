import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { forecast } from '#training/lift-state/forecast.ts'
import { doubtOf } from '#training/lift-state/gate.ts'
import { measuredSet } from '#training/lift-state/lift-set.ts'
import { MemoryFold } from '#training/lift-state/memory-fold.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { memoryProgression } from '#training/progression/memory.ts'
import type { Prescription } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import { weightUnits } from '#training/units.ts'
import { bodyweightAt, days, exerciseIndex, performedSets, today } from '../figures/performed.ts'
import type { IconName } from '../parts/icon-paths.ts'
import { barOf } from '../parts/plates.tsx'
import { exerciseOf } from '../state/catalogue.ts'
import { sessionsOf } from '../state/history.ts'
import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { plain } from '../words.ts'
import { isAccepted } from '../workout/accepted.ts'
import type { Coach, Doubted } from '../workout/advice-types.ts'
import { fromGramsIn } from '../workout/figures.ts'
import { isDone, type LoggedExercise, type LoggedSet } from '../workout/model.ts'

/** The workouts that have ended; the same list until another one ends or changes. */
let lastEnded: readonly LocalWorkout[] = []
const ended = computed(() => {
  const now = workouts.value.filter(({ endedAt }) => endedAt !== undefined)
  const isSame = now.length === lastEnded.length && now.every((one, index) => one === lastEnded[index])
  if (!isSame) lastEnded = now
  return lastEnded
})

/** The memory of all lifts, from every workout that has ended. */
const memory = computed(() => {
  const fold = new MemoryFold()
  fold.take(new ListedSets(performedSets(ended.value)), {
    exercises: exerciseIndex.value,
    bodyweightAt: bodyweightAt.value,
    days,
  })
  return fold
})

const pairs = 10

function prescriptionOf(exerciseId: string): Prescription | undefined {
  const exercise = exerciseOf(exerciseId)
  if (!exercise) return undefined
  const { unit, plates } = settings.value
  const own = ended.value.filter(({ exercises }) => exercises.some((one) => one.exerciseId === exerciseId))
  if (own.length === 0) return undefined
  const bar = barOf(exercise.equipment)
  const next = memoryProgression(
    {
      facts: exercise,
      sets: trainedSets(own, { unit, before: Date.now() + 1, exerciseId }),
      memory: memory.value.of(exerciseId),
      unit,
      loading: loadingFor({
        equipment: exercise.equipment,
        unit,
        plates: plates.map((value) => ({ weight: { value, unit }, pairs })),
        barGrams: bar === undefined ? undefined : bar * weightUnits[unit].canonical,
        assisted: exercise.tracking === 'bodyweight_reps',
      }),
      bodyweightAt: bodyweightAt.value,
      days,
      now: Date.now(),
    },
    { scheme: 'memory' },
  )
  return next.status === 'prescription' ? next : undefined
}

/** Known until a workout ends or a setting changes. */
let known: {
  readonly ended: unknown
  readonly settings: unknown
  readonly byId: Map<string, Prescription | undefined>
} = {
  ended: undefined,
  settings: undefined,
  byId: new Map(),
}

function prescribed(exerciseId: string): Prescription | undefined {
  if (known.ended !== ended.value || known.settings !== settings.value) {
    known = { ended: ended.value, settings: settings.value, byId: new Map() }
  }
  if (!known.byId.has(exerciseId)) known.byId.set(exerciseId, prescriptionOf(exerciseId))
  return known.byId.get(exerciseId)
}

/** Why, in at most five words. */
function whyOf(
  rule: string,
  last: LoggedSet | undefined,
): { readonly icon: IconName; readonly text: string } | undefined {
  const reps = last?.reps
  switch (rule.slice(rule.indexOf('.') + 1)) {
    case 'add_weight':
      return { icon: 'arrow-up', text: last ? `made ${reps} last time` : 'made it last time' }
    case 'add_reps':
      return { icon: 'plus', text: 'one rep a set' }
    case 'hold':
      return { icon: 'equal', text: 'held: build reps first' }
    case 'repeat':
      return { icon: 'equal', text: 'the same again' }
    case 'step_back':
      return { icon: 'arrow-down', text: 'one step back' }
    case 'comeback':
      return { icon: 'arrow-down', text: 'easy after a break' }
    case 'return':
      return { icon: 'arrow-up', text: 'back to the usual' }
    default:
      return undefined
  }
}

function doubtsOf(exercise: LoggedExercise): ReadonlyMap<string, Doubted> {
  const doubts = new Map<string, Doubted>()
  const facts = exerciseOf(exercise.exerciseId)
  const remembered = memory.value.of(exercise.exerciseId)
  if (!facts || !remembered || remembered.measure !== 'load' || bodyweightShareOf(facts) > 0) return doubts
  const expected = forecast(remembered.lift, remembered.lifter, today())
  const { canonical } = weightUnits[settings.value.unit]
  for (const set of exercise.sets) {
    if (!isDone(set) || isAccepted(set)) continue
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
      weight: doubt.repair && fromGramsIn(Math.round(doubt.repair.load * 1000)),
      reps: doubt.repair && Math.round(doubt.repair.reps),
      reason: `${isReps ? `Your most reps here are ${remembered.lift.mostReps}.` : `Your heaviest here is ${plain(Math.round(heaviest * 100) / 100)} ${settings.value.unit}.`} Until you answer, it counts for no plan.`,
    })
  }
  return doubts
}

const gramsOf = ({ weight }: LoggedSet): number | undefined =>
  weight && Math.round(weight.value * weightUnits[weight.unit].canonical)

/** What the memory of the lifts says. */
export const coach: Coach = {
  advise(exercise, workout) {
    const doubts = doubtsOf(exercise)
    const next = workout.plan ? undefined : prescribed(exercise.exerciseId)
    const [last] = sessionsOf(exercise.exerciseId, workout.id)
    const why = next && whyOf(next.rule, last?.sets[0])
    if (!why && doubts.size === 0) return undefined
    return { icon: why?.icon ?? 'equal', text: why?.text ?? '', doubts }
  },
  nextTime(exerciseId) {
    const next = prescribed(exerciseId)
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
  },
}
