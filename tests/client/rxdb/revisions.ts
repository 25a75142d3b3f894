import type { WithDeleted } from 'rxdb'
import type { WorkoutDocument } from './workout-documents.ts'

/**
 * The revisions that pushed documents were given. RxDB assumes that what it pushed is the server's state, and
 * learns its revision only when it pulls it. Until then, the next push needs the revision from here.
 */
export class Revisions {
  readonly #pushed = new Map<string, { readonly state: string; readonly revision: number }>()

  /** Notes the result of a push. */
  applied(document: WithDeleted<WorkoutDocument>, revision: number): void {
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
