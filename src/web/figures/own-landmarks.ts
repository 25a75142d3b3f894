import type { LandmarkTable } from '#training/landmarks.ts'
import type { Settings } from '../state/settings.ts'

/** The landmarks that a user has set. */
export const ownLandmarks = ({ landmarks }: Settings, user: string | undefined): LandmarkTable | undefined =>
  landmarks?.user === user ? landmarks?.table : undefined
