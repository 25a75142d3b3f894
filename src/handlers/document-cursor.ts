import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'

const position = Type.Object(
  { createdAt: Type.Integer(), id: Type.String() },
  { additionalProperties: false },
)

/** The cursor of a list of documents, newest first. */
export function documentCursor(operationId: string): Cursor<typeof position> {
  return new Cursor(operationId, position)
}
