import { bodyweightShareOf } from '../load.ts'
import { warmUpSets } from '../plates/warm-up.ts'
import type { Decision, PlannedSet } from './decision.ts'
import type { PrescribedSet, ProgressionInput } from './types.ts'

/** Converts planned sets to the form in which they are entered and logged. */
export function prescriber(
  { facts, loading }: ProgressionInput,
  isSided: boolean,
): (set: PlannedSet) => PrescribedSet {
  const movesBody = bodyweightShareOf(facts) > 0
  return ({ weight, reps, openEnded, rpe, type, durationSeconds, distanceMillimeters, note }) => {
    const isAssisted = movesBody && weight !== undefined && weight < 0
    const isAdded = weight !== undefined && !isAssisted && !(movesBody && weight === 0)
    const plates = isAdded ? loading.platesFor(weight) : undefined
    // By assignment, because spreading is slow, and a report has hundreds of sets.
    const set: { -readonly [Name in keyof PrescribedSet]: PrescribedSet[Name] } = { type: type ?? 'normal' }
    if (isAdded) set.weightGrams = Math.round(weight)
    if (isAssisted) set.assistanceGrams = Math.round(-weight)
    if (reps) set.reps = reps
    if (openEnded) set.openEnded = openEnded
    if (rpe !== undefined) set.rpe = rpe
    if (durationSeconds !== undefined) set.durationSeconds = durationSeconds
    if (distanceMillimeters !== undefined) set.distanceMillimeters = distanceMillimeters
    if (isSided) set.side = 'both'
    if (plates) set.platesPerSide = plates
    if (note !== undefined) set.note = note
    return set
  }
}

/** Warm-ups for the first working set; none for lifts that move the body, or where the scheme has its own. */
export function warmUpsFor(
  { sets }: Decision,
  { facts, loading }: ProgressionInput,
  prescribe: (set: PlannedSet) => PrescribedSet,
): PrescribedSet[] {
  const [first] = sets
  const weight = first?.weight
  if (bodyweightShareOf(facts) > 0 || weight === undefined || sets.some(({ type }) => type === 'warmup'))
    return []
  if (!first?.reps) return []
  return warmUpSets(weight, first.reps.min, loading).map(({ grams, reps }) =>
    prescribe({ weight: grams, reps: { min: reps, max: reps }, type: 'warmup' }),
  )
}
