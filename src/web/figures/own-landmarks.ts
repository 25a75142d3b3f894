import type { LandmarkTable } from '#training/landmarks.ts'
import type { Settings } from '../state/settings.ts'

/** The landmarks that a user has set; undefined if they have set none, or if those on the device are another user's. */
export const ownLandmarks = ({ landmarks }: Settings, user: string | undefined): LandmarkTable | undefined =>
  landmarks?.user === user ? landmarks?.table : undefined
