import { Type } from '@sinclair/typebox'
import { allOf, distinct, text } from '#http/validation/json-schema.ts'

/** The schemas of a small API of notes, in the form of generated ones, to test the binder. */

export const Id = text({ format: 'uuid' })

export const Tag = Type.Union([Type.Literal('home'), Type.Literal('gym'), Type.Literal('work')])

const closed = { additionalProperties: false }

const Attachment = Type.Union([
  Type.Object({ kind: Type.Literal('link'), url: text({ minLength: 1, maxLength: 100 }) }, closed),
  Type.Object({ kind: Type.Literal('file'), bytes: Type.Integer({ minimum: 0 }) }, closed),
])

const inputFields = {
  id: Type.Optional(Id),
  title: text({ minLength: 1, maxLength: 20 }),
  priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  big: Type.Optional(Type.Integer()),
  due: Type.Optional(text({ format: 'date-time' })),
  tags: Type.Optional(Type.Intersect([Type.Array(Tag, { maxItems: 3 }), distinct])),
  attachment: Type.Optional(Attachment),
  nested: Type.Optional(Type.Unknown()),
}

export const NoteInput = Type.Object(inputFields, closed)

export const Note = allOf(
  [
    Type.Object({ ...inputFields, id: Id }),
    Type.Object({ revision: Type.Integer({ minimum: 1 }), owner: Type.String() }),
  ],
  closed,
)

/** One of two actions, discriminated by `kind`. */
const Step = Type.Union(
  [
    Type.Object({ stepId: Id, kind: Type.Literal('write'), note: NoteInput }, closed),
    Type.Object({ stepId: Id, kind: Type.Literal('erase'), count: Type.Integer({ minimum: 1 }) }, closed),
  ],
  { discriminator: { propertyName: 'kind' } },
)

export const Steps = Type.Object(
  { why: Type.Optional(text({ maxLength: 5 })), steps: Type.Array(Step, { minItems: 1, maxItems: 3 }) },
  closed,
)

export const NoteList = Type.Object(
  { items: Type.Array(Note), nextCursor: Type.Optional(Type.String()) },
  closed,
)

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String(),
    code: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pointer: Type.Optional(Type.String()),
            parameter: Type.Optional(Type.String()),
            header: Type.Optional(Type.String()),
            code: Type.String(),
            message: Type.String(),
          },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
  },
  closed,
)
