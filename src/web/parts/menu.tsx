import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'

/** An action in a menu. */
export interface Action {
  readonly icon: IconName
  readonly name: string
  readonly text?: string | undefined
  readonly isDanger?: boolean
  readonly run: () => void
}

/** Actions, one per row. */
export function Menu({ actions }: { actions: readonly Action[] }) {
  return (
    <div class="card flush rows menu">
      {actions.map(({ icon, name, text, isDanger, run }) => (
        <button type="button" class={isDanger ? 'danger' : undefined} onClick={run}>
          <span class="ico">
            <Icon name={icon} />
          </span>
          <span class="main">
            <b>{name}</b>
            {text && <small>{text}</small>}
          </span>
        </button>
      ))}
    </div>
  )
}
