import { PageHead } from '../parts/page-head.tsx'
import { route } from '../route.ts'
import { isGuest, log, status } from '../state/log.ts'
import { CredentialsForm } from '../you/credentials-form.tsx'
import { DeleteAccount } from '../you/delete-account.tsx'
import { PasswordForm } from '../you/password-form.tsx'

/** The account: creating one, logging in, changing the password, and deleting it. */
export function Account() {
  const { id } = route.value
  const needsLogin = isGuest.value || status.value.state === 'login_needed'
  if (needsLogin) {
    const creates = isGuest.value && id !== 'login'
    return (
      <main class="page">
        <PageHead title={creates ? 'Create an account' : 'Log in'} up="you" />
        <CredentialsForm creates={creates} key={String(creates)} />
      </main>
    )
  }
  return (
    <main class="page">
      <PageHead title="Account" text={log().user?.email ?? ''} up="you" />
      <PasswordForm />
      <DeleteAccount />
    </main>
  )
}
