import { useSignal } from '@preact/signals'
import { Problem } from '../parts/problem.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { hrefTo } from '../route.ts'
import { log } from '../state/log.ts'
import { PasswordField } from './field.tsx'
import { leave } from './leave.ts'
import { noResponseText, problemText } from './reason.ts'

/** Deletes the account. Asks for the password, because the phone may be in someone else's hands. */
export function DeleteAccount() {
  const problem = useSignal<string | undefined>(undefined)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const password = String(new FormData(event.currentTarget).get('password'))
    problem.value = undefined
    try {
      const { error } = await log().client.DELETE('/api/users/me', {
        params: { header: { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(password) } },
      })
      if (error) {
        problem.value = problemText(error)
        return
      }
    } catch {
      problem.value = noResponseText('If you can still log in, your account was not deleted.')
      return
    }
    await leave(true)
    toast('Your account was deleted')
  }
  return (
    <Section title="Delete account">
      <form class="form" onSubmit={submit}>
        <p class="small soft">
          Deletes everything in your account, on the server and on this device. This can’t be undone.{' '}
          <a href={hrefTo('export')}>Export your data</a> first.
        </p>
        <PasswordField label="Password" name="password" isNew={false} />
        <Problem text={problem.value} />
        <button type="submit" class="btn danger full">
          Delete account
        </button>
      </form>
    </Section>
  )
}
