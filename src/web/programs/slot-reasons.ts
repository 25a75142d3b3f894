import { percentsOf, presentRunState, type RunState } from '#training/programs/index.ts'
import { exercises } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import type { Reasoning, SlotReasons } from '../workout/advice-types.ts'
import type { WorkoutFrame } from '../workout/model.ts'
import { runById, slotsOf } from './runs.ts'

/** By the key of a slot and its exercise. */
type BySlot = ReadonlyMap<string, Reasoning>

/** Cached until the run, the exercises or the settings change. Logging a set changes none of them. */
let cache: { readonly basis: readonly unknown[]; readonly slots: BySlot } | undefined

/** The reasons for the targets of a slot, from the state of the run before this workout. */
export const slotReasons: SlotReasons = (workout, slot, exerciseId) => {
  const { plan, id } = workout
  if (!plan) return undefined
  const basis = [id, log().runs.get(plan.runId), exercises.value, settings.value]
  if (!cache?.basis.every((part, index) => part === basis[index]))
    cache = { basis, slots: reasonsIn(workout) }
  return cache.slots.get(`${slot} ${exerciseId}`)
}

type CurrentBase = NonNullable<ReturnType<RunState['bases']['get']>>

/** The rule that a change of a base corresponds to. */
function ruleOf({ baseGrams, fromGrams = baseGrams, cause }: CurrentBase): string | undefined {
  if (cause?.kind === 'set') return 'base.set'
  if (baseGrams === fromGrams) return undefined
  return baseGrams > fromGrams ? 'base.raised' : 'base.lowered'
}

function reasonsIn({ plan, id, startedAt }: WorkoutFrame): BySlot {
  const runBefore = plan && runById(plan.runId, id)
  // The program may have been edited since.
  if (!plan || !runBefore?.parsed.days.some(({ key }) => key === plan.day)) return new Map()
  const slots = slotsOf(runBefore, plan, Date.parse(startedAt))
  const { parsed, state } = runBefore
  const { bases } = presentRunState(state, settings.value.unit)
  return new Map(
    slots.map(({ slot, exerciseId, rule, reasons }) => {
      const lift = parsed.lifts?.find(({ key }) => key === slot.lift)
      const base = lift && state.bases.get(lift.key)
      const percents = percentsOf(parsed, slot, plan.week)
      // A change of the base explains the target better than its percentage.
      const { reason } = bases.find((change) => change.lift === lift?.key) ?? {}
      const reasoned: Reasoning = {
        rule: rule ?? (base && ruleOf(base)),
        share:
          lift && percents.length > 0
            ? { min: Math.min(...percents), max: Math.max(...percents), of: lift.base }
            : undefined,
        reasons: reason === undefined ? reasons : [reason, ...reasons],
      }
      return [`${slot.key} ${exerciseId}`, reasoned]
    }),
  )
}
