import { usualReserve } from '../lift-state/forecast.ts'
import { isLow, type LiftPrescription, type OtherSet, workingLoad } from '../lift-state/index.ts'
import { repsAtLoad } from '../lift-state/structure.ts'
import type { Decision, PlannedSet } from './decision.ts'
import { expectedOneRepMax } from './expected-one-rep-max.ts'
import type { Lift } from './lift.ts'
import { chanceSentence, memorySentence, othersSentence } from './memory-text.ts'
import type { Prescription, Session } from './types.ts'

/** A decision based on the memory, with the figures that only it provides. */
export interface MemoryDecision extends Decision {
  readonly chance?: number
  readonly oneRepMax?: Prescription['oneRepMax']
  readonly workoutId?: string | undefined
  readonly ifMissed?: Decision
  readonly deload?:
    | { readonly sets: readonly PlannedSet[]; readonly percent: number; readonly text: string }
    | undefined
}

/** A prescription of the memory as planned sets with their reasons. */
export function decisionOf(
  next: LiftPrescription,
  {
    lift,
    toGrams,
    movesBody,
    since,
  }: {
    readonly lift: Lift
    readonly toGrams: (load: number) => number
    readonly movesBody: boolean
    readonly since: readonly Session[]
  },
): MemoryDecision {
  const weight = toGrams(next.load)
  const working = workingLoad(next.anchor.sets)
  const asOther = ({ load, reps }: OtherSet): PlannedSet => ({
    weight: toGrams(load),
    reps: { min: reps, max: reps },
  })
  const did = repsAtLoad(next.anchor.sets).map((reps) => ({ weight: toGrams(working), reps }))
  const workingSets = next.reps.map((reps, index): PlannedSet => {
    const isOpen = next.lastSetOpen && index === next.reps.length - 1
    return {
      weight,
      reps: { min: reps, max: isOpen || next.peaking ? reps : Math.max(reps, next.range.high) },
      ...(isOpen && { openEnded: true, rpe: rpeOfOpenSet }),
    }
  })
  const todo = workingSets.map(({ reps, openEnded }) => ({ weight, reps: reps?.min ?? 0, openEnded }))
  const others = [...next.before, ...next.after]
  const isHeavier = others.some(({ load }) => load > next.load)
  const up = next.up === undefined ? undefined : toGrams(next.up)
  const words = { lift, did, todo, weight: toGrams(working), up, main: toGrams(next.main), movesBody }
  return {
    rule: `memory.${next.rule}`,
    sets: [...next.before.map(asOther), ...workingSets, ...next.after.map(asOther)],
    reasons: [
      memorySentence(next, words),
      chanceSentence(
        { ...next, reserve: next.untested && usualReserve },
        lift.unit,
        others.length === 0 ? 'first' : isHeavier ? 'top' : 'heaviest',
      ),
      ...(others.length > 0 ? [othersSentence] : []),
    ],
    sessions: since.slice(-1),
    workoutId: next.anchor.workoutId,
    chance: next.chance,
    oneRepMax: expectedOneRepMax(next.forecast),
    ...(next.deload &&
      !isLow(working, next.main) && { deload: deloadSets(next, next.deload, toGrams, lift) }),
  }
}

/** The RPE of a set that ends one rep short of failure. */
const rpeOfOpenSet = 9

function deloadSets(
  { anchor }: LiftPrescription,
  { load, reps, sets }: NonNullable<LiftPrescription['deload']>,
  toGrams: (load: number) => number,
  lift: Lift,
): MemoryDecision['deload'] {
  const working = workingLoad(anchor.sets)
  const weight = toGrams(load)
  const planned = Array.from({ length: sets }, (): PlannedSet => ({ weight, reps: { min: reps, max: reps } }))
  const percent = Math.max(0, Math.round((1 - load / working) * 100))
  const setsText = lift.setsText(planned.map(() => ({ weight, reps })))
  const less =
    percent > 0 ? `${percent}% less and half the sets` : 'the same weight, fewer reps and half the sets'
  const text = `You haven’t improved in five weeks or more: try a light week, ${less}, ${setsText}, then a new rep range.`
  return { sets: planned, percent, text }
}
