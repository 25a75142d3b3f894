import { sessionsOf } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { bestOneRepMax } from '../workout/totals.ts'
import type { KnownProgram } from './known.ts'

type Lift = NonNullable<KnownProgram['lifts']>[number]

const lastSessions = 10
const usualPercent = { training_max: 90, working_weight: 75 } as const

/** Where a lift begins, in the unit of this device: a share of what it showed lately. */
export function startOf({ exerciseId, base, startPercent }: Lift): {
  readonly value: number | undefined
  readonly text: string
} {
  const percent = startPercent ?? usualPercent[base]
  const best = bestOneRepMax(
    sessionsOf(exerciseId)
      .slice(0, lastSessions)
      .flatMap(({ sets }) => sets),
  )
  if (best === 0)
    return {
      value: undefined,
      text: base === 'training_max' ? `${percent} % of your one-rep max` : 'a weight for all the sets',
    }
  const step = settings.value.unit === 'kg' ? 2.5 : 5
  return {
    value: Math.max(step, Math.floor((best * percent) / 100 / step) * step),
    text: `${percent} % of your estimated 1RM`,
  }
}
