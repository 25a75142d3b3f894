import type { Selectable } from 'kysely'
import { canonicalJson } from '#lib/canonical-json.ts'
import { fromJson, type Json, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { DocumentsTable } from '../schema/documents.ts'
import type { Reader, Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { type ChangedRow, type ChangesPage, changedIn } from '../sync/changes.ts'
import { type DocumentTable, expires } from '../sync/tables.ts'
import { isTombstone } from '../values/is-tombstone.ts'

type Row = Selectable<DocumentsTable<unknown>>

/** The part of a document that a client determines. */
export interface DocumentDraft<Content> {
  readonly userId: string
  readonly id: string
  readonly content: Content
}

/** A stored document, deleted or not. */
export interface StoredDocument<Content> extends DocumentDraft<Content> {
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly deletedAt: number | null
  readonly seq: number
}

/** The position of the last document on a page, newest first. */
export interface DocumentPosition {
  readonly createdAt: number
  readonly id: string
}

/** The queries of a table whose rows are documents. */
export interface Documents<Content> {
  /** One document, even if it is a tombstone. */
  find(db: Reader, userId: string, id: string): Promise<StoredDocument<Content> | undefined>
  /** A user's documents that aren't deleted, newest first; at most `limit`. */
  list(
    db: Reader,
    userId: string,
    page: { readonly after: DocumentPosition | undefined; readonly limit: number },
  ): Promise<StoredDocument<Content>[]>
  /** The number of a user's documents, without deleted ones. */
  count(db: Reader, userId: string): Promise<number>
  /** All of a user's documents, including deleted ones. */
  listAll(db: Reader, userId: string): Promise<StoredDocument<Content>[]>
  /** The documents on a page of changes. */
  listChanged(db: Reader, page: ChangesPage): Promise<ChangedRow<StoredDocument<Content>>[]>
  /** Inserts a document. Undefined if the user has one with this id, even a deleted one. */
  insert(tx: Tx, draft: DocumentDraft<Content>, now: number): Promise<StoredDocument<Content> | undefined>
  /** Updates a document's content; writes nothing if it is the same. */
  update(
    tx: Tx,
    stored: StoredDocument<Content>,
    content: Content,
    now: number,
  ): Promise<StoredDocument<Content>>
  /** Restores a deleted document with new content. */
  revive(
    tx: Tx,
    tombstone: StoredDocument<Content>,
    content: Content,
    now: number,
  ): Promise<StoredDocument<Content>>
  /** Turns a document into a tombstone, which keeps its content. */
  delete(tx: Tx, stored: StoredDocument<Content>, now: number): Promise<StoredDocument<Content>>
  /** Writes documents unchanged, replacing tombstones with the same id. */
  write(tx: Tx, documents: readonly StoredDocument<Content>[]): Promise<void>
}

interface PageParameters {
  readonly userId: string
  readonly limit: number
  readonly afterCreatedAt: number | undefined
  readonly afterId: string | undefined
}

/** The queries of a table. */
export function documentsIn<Content>(table: DocumentTable): Documents<Content> {
  const selectOne = prepare((db, { userId, id }: Pick<Row, 'userId' | 'id'>) =>
    db.selectFrom(table).selectAll().where('userId', '=', userId).where('id', '=', id),
  )
  const selectPage = prepare((db, p: PageParameters) => {
    const query = db
      .selectFrom(table)
      .selectAll()
      .where('userId', '=', p.userId)
      .where('deletedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(p.limit)
    const { afterCreatedAt, afterId } = p
    if (afterCreatedAt === undefined || afterId === undefined) return query
    return query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(afterCreatedAt, afterId)),
    )
  })
  const selectAll = prepare((db, { userId }: Pick<Row, 'userId'>) =>
    db.selectFrom(table).selectAll().where('userId', '=', userId).orderBy('id'),
  )
  const selectCount = prepare((db, { userId }: Pick<Row, 'userId'>) =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null),
  )
  const selectChanged = changedIn(table)
  const insertRow = prepare((db, row: Row) => db.insertInto(table).values(asTableColumns(row)))
  const updateRow = prepare((db, { userId, id, ...columns }: Row) =>
    db.updateTable(table).set(asTableColumns(columns)).where('userId', '=', userId).where('id', '=', id),
  )
  const deleteTombstone = prepare((db, { userId, id }: Pick<Row, 'userId' | 'id'>) =>
    db.deleteFrom(table).where('userId', '=', userId).where('id', '=', id).where(isTombstone),
  )

  /** The content has this type, because only the functions below write to the table. */
  const documentOf = ({ content, ...row }: Row): StoredDocument<Content> => ({
    ...row,
    content: fromJson(content) as Content,
  })
  const find: Documents<Content>['find'] = async (db, userId, id) => {
    const row = await selectOne.first(db, { userId, id })
    return row && documentOf(row)
  }
  const stamp = async (tx: Tx, document: StoredDocument<Content>, now: number) => {
    const { revision, userId } = document
    const next = { ...document, revision: revision + 1, updatedAt: now, seq: await nextSeq(tx, userId) }
    await updateRow.send(tx, rowOf(next))
    return next
  }

  return {
    find,
    async list(db, userId, { after, limit }) {
      const rows = await selectPage.all(db, {
        userId,
        limit,
        afterCreatedAt: after?.createdAt,
        afterId: after?.id,
      })
      return rows.map(documentOf)
    },
    async count(db, userId) {
      return (await selectCount.first(db, { userId }))?.count ?? 0
    },
    async listAll(db, userId) {
      return (await selectAll.all(db, { userId })).map(documentOf)
    },
    async listChanged(db, p) {
      return (await selectChanged(db, p)).map(({ seq, stored }) => ({ seq, stored: documentOf(stored) }))
    },
    async insert(tx, draft, now) {
      if (await find(tx, draft.userId, draft.id)) return undefined
      // If tombstones never expire, a document begins at revision 1, which devices know before they send the document.
      const stamps = expires(table)
        ? await firstStamps(tx, draft.userId)
        : { seq: await nextSeq(tx, draft.userId), revision: 1 }
      const document = { ...draft, ...stamps, createdAt: now, updatedAt: now, deletedAt: null }
      await insertRow.send(tx, rowOf(document))
      return document
    },
    update: async (tx, stored, content, now) =>
      canonicalJson(content) === canonicalJson(stored.content)
        ? stored
        : stamp(tx, { ...stored, content }, now),
    revive: (tx, tombstone, content, now) => stamp(tx, { ...tombstone, content, deletedAt: null }, now),
    delete: (tx, stored, now) => stamp(tx, { ...stored, deletedAt: now }, now),
    async write(tx, documents) {
      await deleteTombstone.runEach(
        tx,
        documents.map(({ userId, id }) => ({ userId, id })),
      )
      await insertRow.insertAll(tx, documents.map(rowOf))
    },
  }
}

function rowOf<Content>({ content, ...columns }: StoredDocument<Content>): Row {
  return { ...columns, content: toJson<unknown>(content) }
}

/** Casts the content to the type of the table's column, which differs by table. */
function asTableColumns<Columns extends { readonly content: Json<unknown> }>(columns: Columns) {
  return columns as Columns & { readonly content: Json<never> }
}
