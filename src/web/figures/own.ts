import { log } from '../state/log.ts'
import { type OwnSettings, settings } from '../state/settings.ts'

/** What the user has set elsewhere; undefined if nothing, or if what is on the device is another user's. */
export const ownSettings = (): OwnSettings | undefined => {
  const { own } = settings.value
  return own?.user === log().user?.id ? own : undefined
}
