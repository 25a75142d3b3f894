import { useSignal } from '@preact/signals'
import { ProblemError } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { go, to } from '../route.ts'
import { log, workouts } from '../state/log.ts'
import { set as change, settings, usualBar, usualPlates } from '../state/settings.ts'
import { count } from '../words.ts'
import { deviceName } from './device-name.ts'

const shortest = 12

/** Email and password, for a new account or an existing one. What was logged as a guest comes along. */
export function AccountForm({ isNew }: { isNew: boolean }) {
  const email = useSignal('')
  const password = useSignal('')
  const error = useSignal('')
  const isBusy = useSignal(false)
  const own = workouts.value.length
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy.value) return
    if (isNew && [...password.value].length < shortest) {
      error.value = `The password needs ${shortest} characters or more; a few words do well.`
      return
    }
    isBusy.value = true
    error.value = ''
    try {
      const credentials = { email: email.value.trim(), password: password.value, device: deviceName() }
      if (isNew) {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
        await log().register({ ...credentials, unit: settings.value.unit, timeZone })
      } else await log().logIn(credentials)
      followUnit()
      toast(own > 0 ? `${count(own, 'workout')} of this device are in your account` : 'You are logged in')
      go('you', { replace: true })
    } catch (thrown) {
      error.value = messageOf(thrown)
    } finally {
      isBusy.value = false
    }
  }
  return (
    <form class="card form" onSubmit={(event) => void submit(event)}>
      <p class="soft small">
        {isNew
          ? 'Your workouts are then on every device that you log in on, and this server keeps them.'
          : own > 0
            ? `The ${count(own, 'workout')} on this device will be added to your account.`
            : 'Your workouts follow you.'}
      </p>
      <label class="fieldset">
        <span class="label">Email</span>
        <span class="field">
          <input
            type="email"
            autocomplete="email"
            required
            value={email.value}
            onInput={(event) => (email.value = event.currentTarget.value)}
          />
        </span>
      </label>
      <label class="fieldset">
        <span class="label">Password</span>
        <span class={error.value ? 'field bad' : 'field'}>
          <input
            type="password"
            autocomplete={isNew ? 'new-password' : 'current-password'}
            required
            value={password.value}
            onInput={(event) => {
              password.value = event.currentTarget.value
              error.value = ''
            }}
          />
        </span>
      </label>
      {isNew && <p class="label">{shortest} characters or more</p>}
      {error.value && (
        <p class="err" role="alert">
          <Icon name="circle-alert" size="s" />
          {error.value}
        </p>
      )}
      <button type="submit" class="btn go full" disabled={isBusy.value}>
        {isBusy.value ? 'One moment…' : isNew ? 'Create account' : 'Log in'}
      </button>
      <a class="btn bare full" href={to('account', isNew ? 'login' : 'register')}>
        {isNew ? 'I have an account' : 'Create an account instead'}
      </a>
      {!isNew && (
        <p class="small soft">
          Forgot your password? Whoever runs this server can make a link to set a new one:{' '}
          <code>bun run user reset EMAIL</code>.
        </p>
      )}
    </form>
  )
}

/** The account says which unit the reader trains in. */
function followUnit(): void {
  const unit = log().user?.unit
  if (unit && unit !== settings.value.unit) change({ unit, bar: usualBar[unit], plates: usualPlates[unit] })
}

/** What to say about what went wrong. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof ProblemError))
    return 'The server can’t be reached. Nothing is lost: try again when you are online.'
  const { problem, status } = thrown
  if (status === 401) return 'Email or password is wrong.'
  if (status === 409) return 'There is already an account with this email. Log in instead.'
  if (status === 429) return 'Too many attempts. Wait a minute, then try again.'
  return problem?.errors?.[0]?.message ?? problem?.detail ?? 'The server did not accept that.'
}
