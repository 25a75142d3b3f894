import { Icon } from '../parts/icon.tsx'
import { hrefTo } from '../route.ts'
import { changes, log, status } from '../state/log.ts'
import { countText } from '../words.ts'

/** `AL` for Ada Lovelace, `AD` for ada@example.com. */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean)
  const [first = '', second = ''] = words
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toUpperCase()
}

/** The account that is logged in. */
export function AccountCard() {
  changes.value
  const { user } = log()
  if (!user) return null
  const name = user.displayName ?? user.email.replace(/@.*/, '')
  const { pending, state } = status.value
  return (
    <div class="card flush rows tall">
      <a href={hrefTo('account')}>
        <span class="lead on" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span class="main">
          <b>{name}</b>
          <small>
            {state === 'login_needed' ? 'Log in again' : user.email}
            {pending > 0 && ` · ${countText(pending, 'change')} unsent`}
          </small>
        </span>
        <Icon name="chevron-right" />
      </a>
    </div>
  )
}
