import type { ProgramContent } from '#training/programs/read.ts'
import { documentsIn, type StoredDocument } from '../documents/documents.ts'

/** A user's own program, deleted or not. */
export type StoredProgram = StoredDocument<ProgramContent>

/** The maximum number of programs per user, not counting deleted ones. */
export const maxOwnPrograms = 2000

/** The users' own programs. */
export const ownPrograms = documentsIn<ProgramContent>('programs')
