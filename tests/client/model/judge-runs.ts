import type { Replog } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import {
  contentOfProgram,
  foldRun,
  type Program,
  presentRunState,
  readProgram,
  readRun,
  readRunWorkout,
} from '#training/programs/index.ts'
import { Violation } from './oracle.ts'
import type { PlainClient } from './plain-client.ts'

/**
 * Where a lifter is in each run must be the same on a device as on the server, whatever the order in which decisions
 * and workouts arrived. A run whose program is gone has no state that could be compared.
 */
export async function judgeRuns(by: string, replog: Replog, plain: PlainClient): Promise<void> {
  for (const run of replog.runs.list()) {
    const programs = await programsOf(plain, run)
    const shown = await plain.run(run.id)
    if (!programs || !shown) continue
    const workouts = replog.workouts
      .list()
      .flatMap((workout) => (workout.plan?.runId === run.id ? (readRunWorkout(workout) ?? []) : []))
    const state = foldRun((revision) => programs.get(revision), readRun(run.id, run), workouts)
    const folded = presentRunState(state, 'kg')
    if (Bun.deepEquals(folded, shown.state)) continue
    throw new Violation(
      `${by} folds run ${run.id} to ${JSON.stringify(folded)}, the server to ${JSON.stringify(shown.state)}`,
    )
  }
}

/** The program at each revision that a run names; one that the server no longer has is the current one there. */
async function programsOf(
  plain: PlainClient,
  {
    programId,
    programRevision,
    decisions,
  }: Pick<Schemas['SyncedRun'], 'programId' | 'programRevision' | 'decisions'>,
): Promise<ReadonlyMap<number, Program> | undefined> {
  const later = decisions.flatMap((one) => (one.kind === 'use_revision' ? one.revision : []))
  const programs = new Map<number, Program>()
  for (const revision of new Set([programRevision, ...later])) {
    const found = (await plain.program(programId, revision)) ?? (await plain.program(programId))
    if (!found) return undefined
    programs.set(revision, readProgram(contentOfProgram(found)))
  }
  return programs
}
