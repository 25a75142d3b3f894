import type { Method } from '../method.ts'
import { baseStimulus, recoveryBand, stateThresholds } from './recovery.ts'

/** The method of fatigue and readiness. */
export const fatigueMethod: Method<'fatigue.linear-decay'> = {
  id: 'fatigue.linear-decay',
  parameters: { baseStimulus, band: recoveryBand, ...stateThresholds },
}
