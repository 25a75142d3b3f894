import type { Method } from '../method.ts'

/** The days over which acute and chronic load are weighted, and the first day on which they are shown. */
export const ewmaDays = { acute: 7, chronic: 28, from: 28 } as const

/**
 * The method of acute and chronic load. Purely descriptive: the ratio does not predict injury (Impellizzeri
 * 2020).
 */
export const ewmaMethod: Method<'load.ewma'> = {
  id: 'load.ewma',
  parameters: { source: 'Williams 2017', acuteDays: ewmaDays.acute, chronicDays: ewmaDays.chronic },
}

/** Acute and chronic load on a day. */
export interface AcuteChronic {
  readonly acute: number
  readonly chronic: number
  /** Acute divided by chronic load. Absent if chronic load is 0. */
  readonly ratio?: number
}

/**
 * Acute and chronic load of each day as exponentially weighted averages (Williams et al. 2017): λ = 2 / (N +
 * 1) for N = 7 and 28, seeded with the first day. After 21 days at 30 and one at 50, acute load is 35.0, chronic
 * load 31.379 and the ratio 1.115. One item per day, from the first; those before day 28 still depend on where the
 * average started and shouldn't be shown.
 */
export function acuteChronicLoads(dailyLoads: readonly number[]): AcuteChronic[] {
  const [acuteShare, chronicShare] = [2 / (ewmaDays.acute + 1), 2 / (ewmaDays.chronic + 1)]
  let acute = dailyLoads[0] ?? 0
  let chronic = acute
  return dailyLoads.map((load) => {
    acute += acuteShare * (load - acute)
    chronic += chronicShare * (load - chronic)
    return { acute, chronic, ...(chronic > 0 && { ratio: acute / chronic }) }
  })
}
