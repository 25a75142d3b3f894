import type { ProgramContent, RunContent } from '#training/programs/read.ts'
import type { Json } from '../engine/json.ts'
import type { DocumentsTable } from './documents.ts'

/** A user's own programs. A deleted one keeps its content, because runs may follow it. */
export type ProgramsTable = DocumentsTable<ProgramContent>

/** A replaced state of a program, kept because runs continue with the revision that they follow. */
export interface ProgramRevisionsTable {
  userId: string
  programId: string
  /** The revision of the replaced state. */
  revision: number
  replacedAt: number
  content: Json<ProgramContent>
}

/** The programs that a user follows or followed. */
export type RunsTable = DocumentsTable<RunContent>
