import { pullChanges } from '#services/sync/changes.ts'
import { streamEvents } from '#services/sync/events.ts'
import { pushMutations } from '#services/sync/push.ts'
import type { AppHandlers } from './context.ts'

/** The operations that let a client work offline. */
export const sync: Pick<AppHandlers, 'pullChanges' | 'pushMutations' | 'streamEvents'> = {
  pullChanges,
  pushMutations,
  streamEvents,
}
