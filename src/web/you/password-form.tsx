import { useSignal } from '@preact/signals'
import { Problem } from '../parts/problem.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { log } from '../state/log.ts'
import { PasswordField } from './field.tsx'
import { noResponseText, problemText } from './reason.ts'

/** Changes the password, which logs out every other device. */
export function PasswordForm() {
  const problem = useSignal<string | undefined>(undefined)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const fields = new FormData(form)
    const body = {
      currentPassword: String(fields.get('current')),
      newPassword: String(fields.get('new')),
    }
    problem.value = undefined
    try {
      const { error } = await log().client.POST('/api/users/me/password', { body })
      if (error) problem.value = problemText(error)
      else {
        form.reset()
        toast('Password changed; other devices are logged out')
      }
    } catch {
      problem.value = noResponseText('If the new password doesn’t work, the old one does.')
    }
  }
  return (
    <Section title="Password">
      <form class="form" onSubmit={submit}>
        <PasswordField label="Current password" name="current" isNew={false} />
        <PasswordField label="New password, 12 characters or more" name="new" isNew />
        <Problem text={problem.value} />
        <button type="submit" class="btn go full">
          Change password
        </button>
      </form>
    </Section>
  )
}
