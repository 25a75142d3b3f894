import type { AppHandlers } from './context.ts'
import { pullChanges } from './sync/changes.ts'
import { streamEvents } from './sync/events.ts'
import { pushMutations } from './sync/push.ts'

/** The operations that let a client work offline. */
export const sync: Pick<AppHandlers, 'pullChanges' | 'pushMutations' | 'streamEvents'> = {
  pullChanges,
  pushMutations,
  streamEvents,
}
