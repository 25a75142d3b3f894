import type { RunContent } from './read.ts'

/** The part of a run that names revisions of its program. */
type Following = Pick<RunContent, 'programId' | 'programRevision' | 'decisions'>

/** Every revision of its program that a run follows or has followed. */
export function revisionsOf({ programRevision, decisions }: Omit<Following, 'programId'>): number[] {
  const later = decisions.flatMap((decision) => (decision.kind === 'use_revision' ? decision.revision : []))
  return [...new Set([programRevision, ...later])]
}

/** A user's program on a device. Without unsent changes it has a `source`. */
interface ProgramOnDevice {
  readonly id: string
  readonly source?: string | undefined
  /** The revision of the server's state; 0 or none if the server has never seen it. */
  readonly revision?: number | undefined
}

/**
 * The revision to follow for the current state of a program: with unsent changes, the one that it will have once they
 * are sent. Each state that a run follows is sent on its own, so that is one more than what the runs follow. A
 * revision that is too high becomes the newest when the run is sent.
 */
export function revisionToFollow(
  { id, source, revision = 0 }: ProgramOnDevice,
  runs: readonly Following[],
): number {
  if (source) return revision
  return 1 + Math.max(revision, ...runs.flatMap((run) => (run.programId === id ? revisionsOf(run) : [])))
}
