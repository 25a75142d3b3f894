import { roleThresholds, setShare } from './engagement.ts'
import type { Method } from './method.ts'

const { primary, secondary } = roleThresholds

/** The methods of the figures in `MuscleVolume`. */
export const volumeMethods = {
  volume: { id: 'volume.load', parameters: { perHandFactor: 2 } },
  directSets: {
    id: 'sets.direct',
    parameters: { primary: setShare.direct.primary, primaryFromPercent: primary },
  },
  fractionalSets: {
    id: 'sets.fractional',
    parameters: { ...setShare.fractional, primaryFromPercent: primary, secondaryFromPercent: secondary },
  },
} as const satisfies Record<string, Method>
