import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { BuiltInProgram } from '#catalogue/programs/program.ts'
import { ownPrograms } from '#db/programs/programs.ts'
import { findProgramRevision } from '#db/programs/revisions.ts'
import type { Reader } from '#db/schema/index.ts'
import type { ProgramContent } from '#training/programs/read.ts'

const builtInById = new Map(builtInPrograms.map((program) => [program.id, program]))

/** The built-in program with this slug, if there is one. */
export function builtInProgram(id: string): BuiltInProgram | undefined {
  return builtInById.get(id)
}

/** A program at one of its revisions. */
export interface ProgramState {
  readonly revision: number
  readonly content: ProgramContent
  /** Whether it has been deleted since. */
  readonly isDeleted: boolean
}

/**
 * A built-in program or one of the user's own, even a deleted one, at a revision or in its current state.
 * A built-in program has only its current state: runs on an earlier revision continue with the corrected
 * numbers.
 */
export async function findProgram(
  db: Reader,
  userId: string,
  id: string,
  revision?: number,
): Promise<ProgramState | 'unknown_program' | 'unknown_revision'> {
  const builtIn = builtInById.get(id)
  if (builtIn) {
    if (revision !== undefined && revision > builtIn.revision) return 'unknown_revision'
    return { revision: revision ?? builtIn.revision, content: contentOfBuiltIn(builtIn), isDeleted: false }
  }
  const stored = await ownPrograms.find(db, userId, id)
  if (!stored) return 'unknown_program'
  const isDeleted = stored.deletedAt !== null
  if (revision === undefined || revision === stored.revision) {
    return { revision: stored.revision, content: stored.content, isDeleted }
  }
  const replaced = await findProgramRevision(db, userId, id, revision)
  return replaced ? { revision, content: replaced.content, isDeleted } : 'unknown_revision'
}

/** A built-in program without its id or revision. */
export function contentOfBuiltIn({ id: _, revision: __, ...content }: BuiltInProgram): ProgramContent {
  return content
}
