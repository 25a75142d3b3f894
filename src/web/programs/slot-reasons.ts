import { presentRunState, type RunState } from '#training/programs/index.ts'
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

type BaseNow = NonNullable<ReturnType<RunState['bases']['get']>>

/** What a change of a base is called among the rules of the schemes. */
function ruleOf({ baseGrams, fromGrams = baseGrams, cause }: BaseNow): string | undefined {
  if (cause?.kind === 'set') return 'base.set'
  if (baseGrams === fromGrams) return undefined
  return baseGrams > fromGrams ? 'base.raised' : 'base.lowered'
}

function reasonsIn({ plan, id, startedAt }: WorkoutFrame): BySlot {
  const before = plan && runById(plan.runId, id)
  // The program may have changed since.
  if (!plan || !before?.program.days.some(({ key }) => key === plan.day)) return new Map()
  const slots = slotsOf(before, plan, { without: id, at: Date.parse(startedAt) })
  const { state } = before
  const { bases } = presentRunState(state, settings.value.unit)
  return new Map(
    slots.map(({ slot, rule, reasons }) => {
      const cause = slot.lift === undefined ? undefined : state.bases.get(slot.lift)
      // What raised or lowered the weight is why it is what it is.
      const { reason } = bases.find(({ lift }) => lift === slot.lift) ?? {}
      const all = reason === undefined ? reasons : [reason, ...reasons]
      return [slot.key, { rule: rule ?? (cause && ruleOf(cause)), reasons: all }]
    }),
  )
}
