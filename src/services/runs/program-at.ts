import { findNextRevision } from '#db/programs/revisions.ts'
import type { Reader } from '#db/schema/index.ts'
import { type Program, type ProgramAt, revisionsOf } from '#training/programs/index.ts'
import { type ProgramContent, type RunContent, readProgram } from '#training/programs/read.ts'
import { findProgram } from '../programs/find.ts'

/**
 * A run's content with revisions that its program has: in place of each that it doesn't have, the next one, or `newest`
 * if there is none. An offline device guesses the revisions of a program that it hasn't sent, and a database restored
 * from a backup may have lost some.
 */
export async function withKnownRevisions(
  db: Reader,
  userId: string,
  newest: number,
  content: RunContent,
): Promise<RunContent> {
  const { programId } = content
  const known = new Map<number, number>()
  for (const revision of revisionsOf(content)) {
    if ((await findProgram(db, userId, programId, revision)) !== 'unknown_revision') continue
    known.set(revision, (await findNextRevision(db, userId, programId, revision)) ?? newest)
  }
  if (known.size === 0) return content
  const knownRevision = (revision: number) => known.get(revision) ?? revision
  return {
    ...content,
    programRevision: knownRevision(content.programRevision),
    decisions: content.decisions.map((decision) =>
      decision.kind === 'use_revision'
        ? { ...decision, revision: knownRevision(decision.revision) }
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
