import { useSignal } from '@preact/signals'
import { toast } from '../parts/toast.tsx'
import { log } from '../state/log.ts'

/** Another password: every other device is logged out then. */
export function PasswordForm() {
  const current = useSignal('')
  const next = useSignal('')
  const error = useSignal('')
  const save = async (event: Event) => {
    event.preventDefault()
    try {
      const { error: problem } = await log().client.POST('/api/users/me/password', {
        body: { currentPassword: current.value, newPassword: next.value },
      })
      if (problem) {
        error.value = problem.errors?.[0]?.message ?? problem.detail ?? 'The server did not accept that.'
        return
      }
      current.value = ''
      next.value = ''
      toast('The password is changed')
    } catch {
      error.value = 'The server can’t be reached. Try again when you are online.'
    }
  }
  return (
    <section class="section">
      <header>
        <h2>Password</h2>
      </header>
      <form class="card form" onSubmit={(event) => void save(event)}>
        <label class="fieldset">
          <span class="label">Now</span>
          <span class="field">
            <input
              type="password"
              autocomplete="current-password"
              required
              value={current.value}
              onInput={(event) => (current.value = event.currentTarget.value)}
            />
          </span>
        </label>
        <label class="fieldset">
          <span class="label">New, 12 characters or more</span>
          <span class={error.value ? 'field bad' : 'field'}>
            <input
              type="password"
              autocomplete="new-password"
              required
              value={next.value}
              onInput={(event) => {
                next.value = event.currentTarget.value
                error.value = ''
              }}
            />
          </span>
        </label>
        {error.value && (
          <p class="err" role="alert">
            {error.value}
          </p>
        )}
        <button type="submit" class="btn">
          Change it
        </button>
      </form>
    </section>
  )
}
