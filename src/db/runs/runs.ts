import type { RunContent } from '#training/programs/read.ts'
import { type DocumentDraft, documentsIn, type StoredDocument } from '../documents/documents.ts'

/** A run, deleted or not. */
export type StoredRun = StoredDocument<RunContent>

/** What a client decides about a run. */
export type RunDraft = DocumentDraft<RunContent>

/** The users' runs. */
export const runs = documentsIn<RunContent>('runs')
