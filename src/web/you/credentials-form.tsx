import { useSignal } from '@preact/signals'
import { localZone } from '#lib/local-zone.ts'
import { weekStart } from '../figures/performed.ts'
import { Problem } from '../parts/problem.tsx'
import { go, hrefTo } from '../route.ts'
import { isGuest, log, workouts } from '../state/log.ts'
import { adoptProfile, sendProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'
import { countText } from '../words.ts'
import { EmailField, PasswordField } from './field.tsx'
import { reasonOf } from './reason.ts'
import { readSessions } from './sessions.ts'

/** Creates an account or logs in; a guest's log is moved to the account. */
export function CredentialsForm({ creates }: { creates: boolean }) {
  const problem = useSignal<string | undefined>(undefined)
  const isBusy = useSignal(false)
  const { length } = workouts.value
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy.value || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const credentials = {
      email: String(fields.get('email')).trim(),
      password: String(fields.get('password')),
    }
    isBusy.value = true
    problem.value = undefined
    try {
      const { unit } = settings.value
      await (creates
        ? log().register({ ...credentials, timeZone: localZone(), unit, weekStart: weekStart.value })
        : log().logIn(credentials))
      if (creates) await sendProfile()
      else await adoptProfile()
      await readSessions()
      go('you', { replace: true })
    } catch (error) {
      problem.value = reasonOf(error)
    } finally {
      isBusy.value = false
    }
  }
  return (
    <form class="form" onSubmit={submit}>
      {length > 0 && isGuest.value && (
        <p class="soft">{countText(length, 'workout')} on this device will be added to the account.</p>
      )}
      <EmailField label="Email" name="email" />
      <PasswordField
        label={creates ? 'Password, 12 characters or more' : 'Password'}
        name="password"
        isNew={creates}
      />
      <Problem text={problem.value} />
      <button type="submit" class="btn go full" disabled={isBusy.value}>
        {creates ? 'Create account' : 'Log in'}
      </button>
      <a class="btn bare full" href={hrefTo('account', creates ? 'login' : 'register')}>
        {creates ? 'I already have an account' : 'I don’t have an account'}
      </a>
      {!creates && (
        <p class="small soft">
          Forgot your password? The person who runs this server can send you a link to set a new one.
        </p>
      )}
    </form>
  )
}
