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
 * Checks that each run has the same state on a device as on the server, whatever the order in which decisions and
 * workouts arrived. A run whose program no longer exists has no state to compare.
 */
export async function checkRuns(by: string, replog: Replog, plain: PlainClient): Promise<void> {
  for (const run of replog.runs.list()) {
    const programs = await programsOf(plain, run)
    const serverRun = await plain.run(run.id)
    if (!programs || !serverRun) continue
    const workouts = replog.workouts
      .list()
      .flatMap((workout) => (workout.plan?.runId === run.id ? (readRunWorkout(workout) ?? []) : []))
    const state = foldRun((revision) => programs.get(revision), readRun(run.id, run), workouts)
    const folded = presentRunState(state, 'kg')
    if (Bun.deepEquals(folded, serverRun.state)) continue
    throw new Violation(
      `${by} folds run ${run.id} to ${JSON.stringify(folded)}, the server to ${JSON.stringify(serverRun.state)}`,
    )
  }
}

/** The program at each revision that a run names; the current one replaces a revision that the server no longer has. */
async function programsOf(
  plain: PlainClient,
  {
    programId,
    programRevision,
    decisions,
  }: Pick<Schemas['SyncedRun'], 'programId' | 'programRevision' | 'decisions'>,
): Promise<ReadonlyMap<number, Program> | undefined> {
  const later = decisions.flatMap((decision) => (decision.kind === 'use_revision' ? decision.revision : []))
  const programs = new Map<number, Program>()
  for (const revision of new Set([programRevision, ...later])) {
    const content = (await plain.program(programId, revision)) ?? (await plain.program(programId))
    if (!content) return undefined
    programs.set(revision, readProgram(contentOfProgram(content)))
  }
  return programs
}
