import { hrefTo } from '../route.ts'
import { isGuest, status } from '../state/log.ts'
import { isSaving, storeError } from '../state/pending.ts'
import { Icon } from './icon.tsx'

/** Whether the log is only on this device, waiting to be sent, or synced. */
export function Status() {
  const { state, pending, deadLetters, storage } = status.value
  if (storeError.value !== undefined || storage === 'full' || storage === 'lost') {
    return (
      <a class="status bad" href={hrefTo('storage')}>
        <Icon name="triangle-alert" size="s" />
        Not saved
      </a>
    )
  }
  if (deadLetters > 0) {
    return (
      <a class="status bad" href={hrefTo('you')}>
        <Icon name="circle-alert" size="s" />
        {deadLetters} to resolve
      </a>
    )
  }
  if (isGuest.value) {
    return (
      <span class="status">
        <Icon name="smartphone" size="s" />
        On this device
      </span>
    )
  }
  if (state === 'login_needed') {
    return (
      <a class="status wait" href={hrefTo('account', 'login')}>
        <Icon name="log-in" size="s" />
        {pending > 0 ? `Log in to send ${pending}` : 'Log in again'}
      </a>
    )
  }
  if (pending > 0 || isSaving.value) {
    return (
      <span class="status wait">
        <Icon name={state === 'offline' ? 'cloud-off' : 'cloud-upload'} size="s" />
        {pending > 0 ? `${pending} to send` : 'Saving'}
      </span>
    )
  }
  return (
    <span class={state === 'offline' ? 'status wait' : 'status'}>
      <Icon name={state === 'offline' ? 'cloud-off' : 'cloud-check'} size="s" />
      {state === 'offline' ? 'Offline' : 'Synced'}
    </span>
  )
}
