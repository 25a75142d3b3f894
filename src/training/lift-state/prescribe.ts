import { chanceOf, type Forecast, forecast, growth } from './forecast.ts'
import { levelOf, sessionLevel } from './level.ts'
import { type Context, contextOf } from './prescribe-context.ts'
import { decide } from './prescribe-rules.ts'
import type { LiftPrescription, PrescribeOptions } from './prescription.ts'
import type { LifterState, LiftSession, LiftState } from './state.ts'
import { sessionsBack } from './structure.ts'

const stallSessions = 8
const stallDays = 35

/** The next prescription of a lift: the first rule that matches. Undefined before the first session. */
export function prescribeLift(
  lift: LiftState,
  lifter: LifterState,
  options: PrescribeOptions,
): LiftPrescription | undefined {
  const back = sessionsBack(lift)
  const level = lift.recent.at(-back)
  const shown = options.body === undefined ? lift : withBody(lift, options.body)
  const anchor = shown.recent.at(-back)
  if (!anchor || !level) return undefined
  const slotLevel = sessionLevel(level.sets)
  const slot =
    back > 1 && slotLevel > Number.NEGATIVE_INFINITY
      ? { level: slotLevel, sessionsBack: back, misses: slotMisses(lift, back) }
      : undefined
  const context = contextOf(shown, forecast(lift, lifter, options.day, slot), options, anchor, back)
  const chosen = decide(context)
  // A load lifted with other plates may not be available any more.
  const decided = { ...chosen, load: options.loads.atMost(chosen.load) }
  const deload = stalled(lift, options.day) && isTraining(chosen, anchor) ? deloadOf(context) : undefined
  const expected = chosen.untested ? withReserve(context) : context.expected
  return {
    ...decided,
    chance: chanceOf(expected, decided.load, decided.reps[0] ?? context.low),
    forecast: context.expected,
    range: context.range,
    top: context.top,
    step: context.step,
    up: context.up,
    main: context.main,
    anchor,
    sessionsBack: back,
    gapDays: context.gap,
    ...(deload && { deload }),
  }
}

/** How far each session of a slot was from the one before it plus the expected growth. */
function slotMisses({ recent, sessions }: LiftState, back: number): number[] {
  const levels = recent.map(({ sets }) => sessionLevel(sets))
  return levels.slice(back).flatMap((level, index) => {
    const miss = Math.abs(level - (levels[index] ?? level) - back * growth(sessions))
    return Number.isFinite(miss) ? [miss] : []
  })
}

/** The reps in reserve assumed for sets that always stop at the same number. */
const usualReserve = 2
const minScale = 0.03

function withReserve({ expected, low }: Context): Forecast {
  const more = levelOf(1, low + usualReserve) - levelOf(1, low)
  return { ...expected, center: expected.center + more, scale: Math.max(expected.scale, minScale) }
}

/** Whether a lighter week makes sense: not during a comeback, or right after one. */
function isTraining({ rule }: Pick<LiftPrescription, 'rule'>, { deload }: LiftSession): boolean {
  return !deload && (rule === 'add_weight' || rule === 'hold' || rule === 'add_reps' || rule === 'step_back')
}

function stalled({ stall }: LiftState, day: number): boolean {
  return stall.sessionsSince >= stallSessions && day - stall.sinceDay >= stallDays
}

/** A tenth off and half the sets; where the next load down is more than a fifth off, fewer reps instead. */
function deloadOf({ working, low, sets, options }: Context): NonNullable<LiftPrescription['deload']> {
  const lighter = options.loads.atMost(0.9 * working)
  const half = Math.max(1, Math.ceil(sets / 2))
  if (lighter < 0.8 * working) return { load: working, reps: Math.max(1, Math.floor(0.6 * low)), sets: half }
  return { load: lighter, reps: low, sets: half }
}

/**
 * A lift as if the lifter had always had today's bodyweight: the same weight on the belt is the same working load. Steps
 * are derived from the added weights.
 */
function withBody(lift: LiftState, body: number): LiftState {
  const added = new Set<number>()
  const recent = lift.recent.map((session) => ({
    ...session,
    sets: session.sets.map((set) => {
      if (set.added === undefined) return set
      added.add(set.added)
      return { ...set, load: Math.max(minLoad, body + set.added) }
    }),
  }))
  return { ...lift, recent, loadsSeen: [...added] }
}

/** The lowest load that assistance may leave, in kilograms. */
const minLoad = 1
