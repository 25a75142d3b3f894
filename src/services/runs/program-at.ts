import type { Reader } from '#db/schema/index.ts'
import type { Program, ProgramAt } from '#training/programs/index.ts'
import { type ProgramContent, type RunContent, readProgram } from '#training/programs/read.ts'
import { findProgram } from '../programs/find.ts'

/** Every revision of its program that a run follows or has followed. */
export function revisionsOf({ programRevision, decisions }: RunContent): number[] {
  const later = decisions.flatMap((decision) => (decision.kind === 'use_revision' ? decision.revision : []))
  return [...new Set([programRevision, ...later])]
}

/** A run's content with the revision `newest` of its program in place of later ones. */
export function withRevisionsUpTo(newest: number, content: RunContent): RunContent {
  return {
    ...content,
    programRevision: Math.min(content.programRevision, newest),
    decisions: content.decisions.map((decision) =>
      decision.kind === 'use_revision'
        ? { ...decision, revision: Math.min(decision.revision, newest) }
        : decision,
    ),
  }
}

/**
 * The programs that a run follows, by revision. If a revision is missing, for example after importing an
 * older export, the current program is used.
 *
 * @throws {Error} if there is no such program at all
 */
export async function programsOf(db: Reader, userId: string, content: RunContent): Promise<ProgramAt> {
  const programs = new Map<number, Program>()
  for (const revision of revisionsOf(content)) {
    const program =
      (await contentAt(db, userId, content.programId, revision)) ??
      (await contentAt(db, userId, content.programId))
    if (!program) throw new Error('a run follows a program that does not exist')
    programs.set(revision, readProgram(program))
  }
  return (revision) => programs.get(revision)
}

async function contentAt(
  db: Reader,
  userId: string,
  id: string,
  revision?: number,
): Promise<ProgramContent | undefined> {
  const program = await findProgram(db, userId, id, revision)
  return typeof program === 'string' ? undefined : program.content
}
