import { forgetAnswers } from '../figures/forget-answers.ts'
import { go } from '../route.ts'
import { log } from '../state/log.ts'
import { forgetProfile } from '../state/profile.ts'
import { forgetSessions } from './sessions.ts'

/** Logs out and removes the account's data from this device. Throws if there are unsent changes, unless `discard`. */
export async function leave(discard: boolean): Promise<void> {
  await log().logOut({ discard })
  forgetProfile()
  forgetSessions()
  void forgetAnswers()
  go('', { replace: true })
}
