import { fatigues } from '../figures/readiness.ts'
import { BodyMap } from './body-map.tsx'

/** A body that shows how tired each muscle is. */
export function RecoveryMap() {
  const levels = fatigues.value.map(
    ({ muscle, fatigue }) => [muscle, Math.min(4, Math.round(fatigue / 25))] as const,
  )
  return <BodyMap levels={new Map(levels)} from="Rested" to="Tired" />
}
