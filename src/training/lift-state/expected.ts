import { type Forecast, forecast, growth } from './forecast.ts'
import { sessionLevel } from './level.ts'
import type { LifterState, LiftState } from './state.ts'
import { sessionsBack } from './structure.ts'

/**
 * What a lift is expected to show on a day, by the last session of the kind that comes next: where heavy and light days
 * take turns, each of them goes its own way. The one expectation that every figure shows.
 */
export function expectedOf(lift: LiftState, lifter: LifterState, day: number): Forecast {
  const back = sessionsBack(lift)
  const level = back > 1 ? sessionLevel(lift.recent.at(-back)?.sets ?? []) : Number.NEGATIVE_INFINITY
  const slot =
    level > Number.NEGATIVE_INFINITY
      ? { level, sessionsBack: back, misses: slotMisses(lift, back) }
      : undefined
  return forecast(lift, lifter, day, slot)
}

/** What the sessions of a slot missed by, if each was expected to show what the one before it did. */
function slotMisses({ recent, sessions }: LiftState, back: number): number[] {
  const levels = recent.map(({ sets }) => sessionLevel(sets))
  return levels.slice(back).flatMap((level, index) => {
    const miss = Math.abs(level - (levels[index] ?? level) - back * growth(sessions))
    return Number.isFinite(miss) ? [miss] : []
  })
}
