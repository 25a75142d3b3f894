import type { RunContent } from '#training/programs/read.ts'
import { documentsIn, type StoredDocument } from '../documents/documents.ts'

/** A run, deleted or not. */
export type StoredRun = StoredDocument<RunContent>

/** The users' runs. */
export const runs = documentsIn<RunContent>('runs')
