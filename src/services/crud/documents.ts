import type { Profile } from '#db/accounts/users.ts'
import type { DocumentPosition, Documents, StoredDocument } from '#db/documents/documents.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant, milliseconds } from '#db/values/instant.ts'
import { allPages, type PageRequest } from '#lib/page.ts'
import { changeHead } from './change.ts'
import { listPage } from './page.ts'
import type { Resource, ResourceTypes } from './resource.ts'
import type { Listed, ResourceName } from './results.ts'

/** A document in the contract: its content, between its id and its stamps. */
type Presented<Content> = { id: string } & Content & {
    revision: number
    createdAt: string
    updatedAt: string
  }

/** Converts a document to the contract's schema. */
export function presentDocument<Content extends object>(stored: StoredDocument<Content>): Presented<Content> {
  const { id, content, revision, createdAt, updatedAt } = stored
  return { id, ...content, revision, createdAt: instant(createdAt), updatedAt: instant(updatedAt) }
}

/** Converts an item of an account export to the document to import. */
export function importedDocument<Item extends Presented<object>>(
  userId: string,
  { id, revision, createdAt, updatedAt, ...content }: Item,
): StoredDocument<Omit<Item, keyof Presented<object>>> {
  return {
    userId,
    id,
    content,
    revision,
    createdAt: milliseconds(createdAt),
    updatedAt: milliseconds(updatedAt),
    deletedAt: null,
    seq: 0,
  }
}

const positionOf = ({ createdAt, id }: DocumentPosition): DocumentPosition => ({ createdAt, id })

/** Creates a function that reads a page of a user's documents, newest first. */
export function listDocuments<Content, Value>(
  { list }: Documents<Content>,
  present: (db: Reader, user: Profile, stored: StoredDocument<Content>) => Promise<Value>,
): (
  db: Reader,
  user: Profile,
  page: PageRequest<DocumentPosition>,
) => Promise<Listed<Value, DocumentPosition>> {
  return (db, user, page) =>
    listPage(
      page,
      (rows) => list(db, user.id, rows),
      positionOf,
      (rows) => Promise.all(rows.map((stored) => present(db, user, stored))),
    )
}

/** Converts changed documents to the contract's schema. Those of deleted documents have no content. */
export function presentDocumentChanges<Name extends ResourceName, Content extends object>(
  name: Name,
  documents: readonly StoredDocument<Content>[],
) {
  return documents.map((stored) => ({
    ...changeHead(name, stored),
    ...(stored.deletedAt === null && { value: presentDocument(stored) }),
  }))
}

/** The number of documents to read at a time, small enough for other requests to run in between. */
const pageSize = 50

/** All of a user's documents that aren't deleted, newest first, for the export. */
export async function* documentPages<Content extends object>(
  { list }: Documents<Content>,
  db: Reader,
  userId: string,
): AsyncGenerator<Presented<Content>[]> {
  const read = (page: PageRequest<DocumentPosition>) => list(db, userId, page)
  for await (const rows of allPages(pageSize, read, positionOf)) yield rows.map(presentDocument)
}

interface DocumentTypes<Name extends ResourceName, Content> extends ResourceTypes {
  readonly name: Name
  readonly stored: StoredDocument<Content>
  readonly locked: never
  readonly writeFailure: never
}

/** The parts of a resource stored as a document that are the same unless it has rules of its own. */
export function documentReads<Name extends ResourceName, Content>(
  name: Name,
  documents: Documents<Content>,
): Pick<Resource<DocumentTypes<Name, Content>>, 'name' | 'find' | 'stampsOf' | 'delete' | 'listChanged'> {
  return {
    name,
    async find(db, userId, id) {
      const stored = await documents.find(db, userId, id)
      return stored ? { kind: 'found', stored } : { kind: 'missing', resource: name }
    },
    stampsOf: (stored) => stored,
    delete: documents.delete,
    listChanged: documents.listChanged,
  }
}
