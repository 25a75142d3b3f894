import { deleteUser, updateProfile, userOf } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { networkOf } from '#http/request/client-address.ts'
import { noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { changePassword } from '#services/auth/change-password.ts'
import { givenPasswordProblem, newPasswordProblem } from '#services/auth/given-password.ts'
import { tokensOf } from '#services/auth/sessions.ts'
import { sessionEnded, tooManyAttempts } from './account-problems.ts'
import type { AppHandlers } from './context.ts'
import { invalid } from './problems.ts'

/** The profile, the password, and all of one's data. */
export const users: Pick<AppHandlers, 'getMe' | 'updateMe' | 'deleteMe' | 'changePassword'> = {
  getMe({ principal }) {
    return ok(userOf(principal.user))
  },

  async updateMe({ body, ifMatch, principal, db, now }) {
    const update = await transact(db, principal.user.id, (tx) =>
      updateProfile(tx, principal.user.id, body, (revision) => satisfies(ifMatch, revision), now()),
    )
    switch (update.kind) {
      case 'saved':
        return ok(update.user)
      case 'stale':
        return stale(update.current)
      case 'missing':
        return sessionEnded()
    }
  },

  async deleteMe({ ifMatch, principal, db }) {
    const deletion = await transact(db, principal.user.id, (tx) =>
      deleteUser(tx, principal.user.id, (revision) => satisfies(ifMatch, revision)),
    )
    switch (deletion.kind) {
      case 'deleted':
        return noContent()
      case 'stale':
        return stale(deletion.current)
      case 'missing':
        return sessionEnded()
    }
  },

  async changePassword(request) {
    const { body, principal, accounts, client } = request
    const fault =
      givenPasswordProblem('/currentPassword', body.currentPassword) ??
      newPasswordProblem('/newPassword', body.newPassword, principal.user.email)
    if (fault) return invalid(fault)
    const origin = { network: networkOf(client.address), userAgent: client.userAgent }
    const change = await changePassword(request, principal, body, origin)
    switch (change.kind) {
      case 'open':
        return ok(await tokensOf(accounts, change.opened))
      case 'wrong':
        return problem(403, 'invalid_credentials', 'The current password is wrong.')
      case 'ended':
        return sessionEnded()
      case 'throttled':
        return tooManyAttempts(change)
    }
  },
}
