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

/** Actions, one per row; undefined ones are left out. */
export function Menu({ actions }: { actions: readonly (Action | undefined)[] }) {
  return (
    <div class="card flush rows menu">
      {actions.map(
        (action) =>
          action && (
            <button type="button" class={action.isDanger ? 'danger' : undefined} onClick={action.run}>
              <span class="ico">
                <Icon name={action.icon} />
              </span>
              <span class="main">
                <b>{action.name}</b>
                {action.text && <small>{action.text}</small>}
              </span>
            </button>
          ),
      )}
    </div>
  )
}
