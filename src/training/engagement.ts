import type { Schemas } from '#generated/types.ts'

/** A muscle's role in a lift; see `engagementRole`. */
export type EngagementRole = Schemas['EngagementRole']

/** The minimum engagement of each role, in percent. */
export const roleThresholds = { primary: 50, secondary: 20 } as const

/** The role of a muscle with `percent` (0–100) of engagement: primary at 50 or more, secondary at 20 or more. */
export function engagementRole(percent: number): EngagementRole {
  if (percent >= roleThresholds.primary) return 'primary'
  return percent >= roleThresholds.secondary ? 'secondary' : 'stabilizer'
}

/**
 * The share of a set that counts for a muscle of a role. Direct: only primary muscles. Fractional: half a set for
 * secondary ones, the count with the strongest evidence (Pelland et al. 2024/2026, 67 studies).
 */
export const setShare = {
  direct: { primary: 1, secondary: 0, stabilizer: 0 },
  fractional: { primary: 1, secondary: 0.5, stabilizer: 0 },
} as const satisfies Record<string, Record<EngagementRole, number>>
