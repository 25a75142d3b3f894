import { type Forecast, forecast, growth } from './forecast.ts'
import { sessionLevel } from './level.ts'
import type { LifterState, LiftState } from './state.ts'
import { sessionsBack } from './structure.ts'

/**
 * The expected level of a lift on a day, based on the last session of the kind that comes next: where heavy and light
 * days alternate, each kind has its own. Prescriptions and the one-rep max that is shown by itself are based on it.
 */
export function expectedOf(lift: LiftState, lifter: LifterState, day: number): Forecast {
  const back = sessionsBack(lift)
  const level = back > 1 ? sessionLevel(lift.recent.at(-back)?.sets ?? []) : Number.NEGATIVE_INFINITY
  const anchor =
    level > Number.NEGATIVE_INFINITY
      ? { level, sessionsBack: back, misses: missesOfKind(lift, back) }
      : undefined
  return forecast(lift, lifter, day, anchor)
}

/** How far forecasts miss if each is made from the previous session of the same kind. */
function missesOfKind({ recent, sessions }: LiftState, back: number): number[] {
  const levels = recent.map(({ sets }) => sessionLevel(sets))
  return levels.slice(back).flatMap((level, index) => {
    const miss = Math.abs(level - (levels[index] ?? level) - back * growth(sessions))
    return Number.isFinite(miss) ? [miss] : []
  })
}
