import type { WithDeleted } from 'rxdb'
import type { WorkoutDocument } from './workout-documents.ts'

/**
 * The revisions of pushed documents. RxDB assumes that the server has what it pushed, but learns the revision only
 * from a pull. Until then, the next push takes the revision from here.
 */
export class Revisions {
  readonly #pushed = new Map<string, { readonly state: string; readonly revision: number }>()

  /** Stores the revision that a push resulted in. */
  recordPush(document: WithDeleted<WorkoutDocument>, revision: number): void {
    this.#pushed.set(document.id, { state: stateOf(document), revision })
  }

  /** The revision of what RxDB assumes to be the server's state. */
  of(assumed: WithDeleted<WorkoutDocument>): number {
    const pushed = this.#pushed.get(assumed.id)
    return pushed?.state === stateOf(assumed) ? pushed.revision : assumed.revision
  }
}

function stateOf({ revision, value, _deleted }: WithDeleted<WorkoutDocument>): string {
  return JSON.stringify([revision, value, _deleted])
}
