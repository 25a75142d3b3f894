import { satisfies } from '#http/policies/precondition.ts'
import { noContent, ok, stale } from '#http/response/constructors.ts'
import { changePassword } from '#services/auth/change-password.ts'
import { deleteAccount } from '#services/auth/delete-account.ts'
import { ownProfile, updateOwnProfile } from '#services/auth/own-profile.ts'
import { tokensOf } from '#services/auth/sessions.ts'
import { type AppHandlers, originOf } from './context.ts'
import { decodePercent } from './decode-percent.ts'
import { invalid, problemFor } from './problems.ts'

const passwordHeader = 'X-Current-Password'

/** The handlers of the Users tag, except for the export. */
export const users = {
  getMe: ({ principal }) => ok(ownProfile(principal)),

  async updateMe(request) {
    const { body, ifMatch, principal } = request
    const update = await updateOwnProfile(request, principal, body, (revision) =>
      satisfies(ifMatch, revision),
    )
    switch (update.kind) {
      case 'saved':
        return ok(update.user)
      case 'stale':
        return stale(update.current)
      case 'missing':
        return problemFor({ kind: 'session_ended' })
    }
  },

  async deleteMe(request) {
    const { headers, ifMatch, principal } = request
    const location = { header: passwordHeader }
    const password = decodePercent(headers['x-current-password'])
    if (password === undefined) {
      return invalid({ ...location, code: 'format', message: 'Must be percent-encoded UTF-8.' })
    }
    const mayChange = (revision: number) => satisfies(ifMatch, revision)
    const result = await deleteAccount(
      request,
      principal,
      { location, password },
      mayChange,
      originOf(request),
    )
    return result.kind === 'done' ? noContent() : problemFor(result)
  },

  async changePassword(request) {
    const { body, principal, accounts } = request
    const result = await changePassword(request, principal, body, originOf(request))
    return result.kind === 'open' ? ok(await tokensOf(accounts, result)) : problemFor(result)
  },
} satisfies Partial<AppHandlers>
