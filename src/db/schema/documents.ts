import type { Json } from '../engine/json.ts'

/** A synced resource that is stored as one JSON document. */
export interface DocumentsTable<Content> {
  userId: string
  id: string
  content: Json<Content>
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
}
