import type { Documents, StoredDocument } from '#db/documents/documents.ts'
import type { Tx } from '#db/schema/index.ts'
import type { NotSaved, Resource, ResourceTypes, Saved } from './resource.ts'

/** A document as sent by a client. */
export interface SentDocument<Input> {
  readonly userId: string
  readonly id: string
  readonly input: Input
  /** Whether it may refer to deleted resources, because the client couldn't know of the deletion. */
  readonly mayReferToDeleted: boolean
}

interface WrittenDocument<T extends ResourceTypes, Content> extends ResourceTypes {
  readonly name: T['name']
  readonly input: T['input']
  readonly draft: SentDocument<T['input']>
  readonly stored: StoredDocument<Content>
  readonly locked: never
  readonly writeFailure: T['writeFailure']
}

/** The content to store for an input. */
export interface Completed<Content> {
  readonly kind: 'completed'
  readonly content: Content
}

/** A {@link Completed} with this content. */
export function completed<Content>(content: Content): Completed<Content> {
  return { kind: 'completed', content }
}

/**
 * Writes documents whose content `complete` determines: from the input and, when a document or a tombstone is replaced,
 * from its content before.
 */
export function documentWrites<T extends ResourceTypes, Content>(
  name: T['name'],
  documents: Documents<Content>,
  complete: (
    tx: Tx,
    sent: SentDocument<T['input']>,
    before: Content | undefined,
    now: number,
  ) => Promise<Completed<Content> | NotSaved<T>>,
): Pick<Resource<WrittenDocument<T, Content>>, 'draft' | 'insert' | 'update' | 'revive'> {
  type Stored = StoredDocument<Content>
  const isCompleted = (result: Completed<Content> | NotSaved<T>): result is Completed<Content> =>
    result.kind === 'completed'
  const saveOver =
    (save: (tx: Tx, before: Stored, content: Content, now: number) => Promise<Stored>) =>
    async (
      tx: Tx,
      before: Stored,
      sent: SentDocument<T['input']>,
      now: number,
    ): Promise<Saved<Stored> | NotSaved<T>> => {
      const result = await complete(tx, sent, before.content, now)
      return isCompleted(result)
        ? { kind: 'saved', stored: await save(tx, before, result.content, now) }
        : result
    }
  return {
    draft: (input, { userId, id, mayReferToDeleted = false }) => ({
      kind: 'drafted',
      draft: { userId, id, input, mayReferToDeleted },
    }),
    async insert(tx, sent, now) {
      const { userId, id } = sent
      if (await documents.find(tx, userId, id)) return { kind: 'id_taken', resource: name }
      const result = await complete(tx, sent, undefined, now)
      if (!isCompleted(result)) return result
      const stored = await documents.insert(tx, { userId, id, content: result.content }, now)
      return stored ? { kind: 'saved', stored } : { kind: 'id_taken', resource: name }
    },
    update: saveOver(documents.update),
    revive: saveOver(documents.revive),
  }
}
