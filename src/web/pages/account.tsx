import { Icon } from '../parts/icon.tsx'
import { back, route } from '../route.ts'
import { AccountForm } from '../you/account-form.tsx'
import { Profile } from '../you/profile.tsx'

const titles: Readonly<Record<string, string>> = {
  register: 'Create an account',
  login: 'Log in',
  profile: 'Account',
}

/** Making an account, logging in, and the account. */
export function Account() {
  const { id = 'login' } = route.value
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('you')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            {titles[id] ?? 'Account'}
          </h1>
        </div>
      </header>
      {id === 'profile' ? <Profile /> : <AccountForm key={id} isNew={id === 'register'} />}
    </main>
  )
}
