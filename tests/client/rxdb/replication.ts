import type {
  RxCollection,
  RxReplicationPullStreamItem,
  RxReplicationWriteToMasterRow,
  WithDeleted,
} from 'rxdb'
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication'
import { Subject } from 'rxjs'
import type { ReplogClient } from '#generated/client.ts'
import { Revisions } from './revisions.ts'
import { documentOf, mutationOf, type WorkoutDocument } from './workout-documents.ts'

type Row = RxReplicationWriteToMasterRow<WorkoutDocument>

/** The position up to which RxDB has pulled. */
interface Checkpoint {
  readonly cursor: string
}

/** A replication that runs until it is stopped. */
export interface Replication {
  readonly state: RxReplicationState<WorkoutDocument, Checkpoint>
  stop(): Promise<void>
}

/**
 * Replicates workouts both ways with RxDB's pull, push and stream handlers and its default conflict handler,
 * which chooses the server's state. https://rxdb.info/replication.html
 */
export function replicate(collection: RxCollection<WorkoutDocument>, client: ReplogClient): Replication {
  const end = new AbortController()
  const revisions = new Revisions()
  const stream$ = new Subject<RxReplicationPullStreamItem<WorkoutDocument, Checkpoint>>()
  const state = replicateRxCollection<WorkoutDocument, Checkpoint>({
    collection,
    replicationIdentifier: 'replog',
    retryTime: 20,
    waitForLeadership: false,
    pull: { batchSize: 5, stream$, handler: (checkpoint, limit) => pull(client, checkpoint, limit) },
    push: { batchSize: 5, handler: (rows) => push(client, rows, revisions) },
  })
  const listening = listen(client, end.signal, () => stream$.next('RESYNC'))
  return {
    state,
    async stop() {
      end.abort()
      await Promise.all([listening, state.cancel()])
    },
  }
}

/**
 * RxDB assumes that a page with fewer documents than requested is the last one, and changes to other resources yield no
 * documents. So this continues until the page is full.
 */
async function pull(client: ReplogClient, checkpoint: Checkpoint | undefined, limit: number) {
  const documents: WithDeleted<WorkoutDocument>[] = []
  let cursor = checkpoint?.cursor
  let hasMore = true
  while (hasMore && documents.length < limit) {
    const query = { limit: limit - documents.length, ...(cursor !== undefined && { cursor }) }
    const { data, error } = await client.GET('/api/sync/changes', { params: { query } })
    if (error) throw new Error(error.code)
    for (const change of data.items) if (change.resource === 'workout') documents.push(documentOf(change))
    cursor = data.nextCursor
    hasMore = data.hasMore
  }
  return { documents, checkpoint: cursor === undefined ? undefined : { cursor } }
}

/** Pushes documents. Returns the server's state for each conflict, which RxDB's conflict handler chooses. */
async function push(
  client: ReplogClient,
  rows: readonly Row[],
  revisions: Revisions,
): Promise<WithDeleted<WorkoutDocument>[]> {
  const mutations = rows.map(({ newDocumentState, assumedMasterState }) =>
    mutationOf(newDocumentState, assumedMasterState ? revisions.of(assumedMasterState) : 0),
  )
  const { data, error } = await client.POST('/api/sync/push', { body: { mutations } })
  if (error) throw new Error(error.code)
  return data.results.flatMap((result, index) => {
    const row = rows[index]
    if (result.outcome === 'rejected') throw new Error(result.problem.code)
    if (result.outcome === 'conflict')
      return result.current.resource === 'workout' ? documentOf(result.current) : []
    if (row) revisions.recordPush(row.newDocumentState, result.revision)
    return []
  })
}

/** Calls `onHint` for each hint of a change on the server. Every connection starts with a hint. */
async function listen(client: ReplogClient, signal: AbortSignal, onHint: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      const { data } = await client.GET('/api/sync/events', { parseAs: 'stream', signal })
      const reader = data?.pipeThrough(new TextDecoderStream()).getReader()
      for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
        if (read.value.includes('data:')) onHint()
      }
    } catch {
      // The client is offline, or the replication has stopped: the loop's condition tells which.
      await new Promise(setImmediate)
    }
  }
}
