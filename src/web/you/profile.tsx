import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { go } from '../route.ts'
import { log } from '../state/log.ts'
import { when } from '../words.ts'
import { PasswordForm } from './password-form.tsx'

/** The account: who it is, its devices, its password, its end. */
export function Profile() {
  const sessions = useSignal<readonly Schemas['Session'][] | undefined>(undefined)
  const error = useSignal('')
  const load = async () => {
    const { data } = await log().client.GET('/api/auth/sessions', { params: { query: { limit: 50 } } })
    if (data) sessions.value = data.items
  }
  useEffect(() => {
    load().catch(() => {
      error.value = 'The devices are listed by the server. Open this again when you are online.'
    })
  }, [])
  const end = async (id: string) => {
    await log().client.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })
    sessions.value = sessions.value?.filter((one) => one.id !== id)
    toast('That device is logged out')
  }
  const { user } = log()
  if (!user) {
    return (
      <section class="card">
        <p class="soft">Nobody is logged in.</p>
        <button type="button" class="btn go full" onClick={() => go('account/login', { replace: true })}>
          Log in
        </button>
      </section>
    )
  }
  return (
    <>
      <section class="card">
        <p class="label">Email</p>
        <h2>{user.email}</h2>
      </section>
      <section class="section">
        <header>
          <h2>Devices</h2>
        </header>
        {error.value && <p class="soft">{error.value}</p>}
        <div class="card flush rows tall">
          {sessions.value?.map(({ id, current, device, userAgent, lastUsedAt }) => (
            <div key={id}>
              <span class="lead">
                <Icon name={/iPhone|Android/.test(device ?? userAgent ?? '') ? 'smartphone' : 'monitor'} />
              </span>
              <span class="main">
                <b>{device ?? 'A device'}</b>
                <small>{current ? 'now' : when(lastUsedAt)}</small>
              </span>
              {current ? (
                <span class="badge ok">here</span>
              ) : (
                <button
                  type="button"
                  class="ib edge-r"
                  aria-label={`Log out ${device ?? 'this device'}`}
                  onClick={() => void end(id)}
                >
                  <Icon name="log-out" />
                </button>
              )}
            </div>
          ))}
        </div>
      </section>
      <PasswordForm />
    </>
  )
}
