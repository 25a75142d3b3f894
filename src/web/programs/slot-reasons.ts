import { exercises } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import type { Reasoned, SlotReasons } from '../workout/advice-types.ts'
import type { WorkoutFrame } from '../workout/model.ts'
import { runById, slotsOf } from './runs.ts'

type BySlot = ReadonlyMap<string, Reasoned>

/** Known until the run, the exercises or a setting change: while the sets are logged, nothing of it does. */
let known: { readonly basis: readonly unknown[]; readonly slots: BySlot } | undefined

/** Why the slots of a workout ask for what they do: as it was planned, whatever was logged in it since. */
export const slotReasons: SlotReasons = (workout, slot) => {
  const { plan, id } = workout
  if (!plan) return undefined
  const basis = [id, log().runs.get(plan.runId), exercises.value, settings.value]
  if (!known?.basis.every((one, index) => one === basis[index])) known = { basis, slots: reasonsIn(workout) }
  return known.slots.get(slot)
}

function reasonsIn({ plan, id, startedAt }: WorkoutFrame): BySlot {
  const before = plan && runById(plan.runId, id)
  // The program may have changed since.
  if (!plan || !before?.program.days.some(({ key }) => key === plan.day)) return new Map()
  const slots = slotsOf(before, plan, { without: id, at: Date.parse(startedAt) })
  return new Map(slots.map(({ slot, rule, reasons }) => [slot.key, { rule, reasons }]))
}
