import type { Schemas } from '#generated/types.ts'
import type { Prescription, Progression } from '#training/progression/types.ts'
import { prescribedSet, type WeightFormat } from '#training/recommend/planned-sets.ts'
import { rounded } from '#training/units.ts'
import { presentExpected } from '../analytics/exercise-report.ts'
import { methodOf } from '../analytics/method.ts'

/** Converts the next prescription of an exercise to the contract's schema. */
export function progressionItem(next: Progression, format: WeightFormat): Schemas['NextPrescription'] {
  const { exerciseId, scheme, reasons, method } = next
  const shared = { exerciseId, scheme, reasons: [...reasons], method: methodOf(method) }
  if (next.status === 'insufficient_data') return { status: next.status, ...shared }
  const present = (sets: Prescription['sets']) => sets.map((set) => prescribedSet(set, format))
  const { rule, ifMissed, deload, chance, oneRepMax } = next
  return {
    status: next.status,
    ...shared,
    rule,
    sets: present(next.sets),
    warmUps: present(next.warmUps),
    ...(ifMissed && { ifMissed: { ...ifMissed, sets: present(ifMissed.sets) } }),
    ...(deload && { deload: { ...deload, sets: present(deload.sets) } }),
    ...(chance !== undefined && { chance: rounded(chance, 4) }),
    ...(oneRepMax && { oneRepMax: presentExpected(oneRepMax, format.unit) }),
    workoutIds: [...next.workoutIds],
    setIds: [...next.setIds],
  }
}
