import type { Schemas } from '#generated/types.ts'
import { fatigueWindow } from '#training/fatigue/fatigue.ts'
import type { SorenessReport } from '#training/fatigue/types.ts'

/** The soreness reports that matter at a time. */
export const sorenessAt = (time: number, reports: readonly Schemas['Soreness'][] = []): SorenessReport[] =>
  reports
    .map(({ at, ...report }) => ({ ...report, reportedAt: Date.parse(at) }))
    .filter(({ reportedAt }) => reportedAt >= time - fatigueWindow && reportedAt <= time)
