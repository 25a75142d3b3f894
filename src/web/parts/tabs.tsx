import { hrefTo, route } from '../route.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import { Status } from './status.tsx'

type TabName = 'today' | 'history' | 'progress' | 'you'

const tabs: readonly { readonly page: TabName; readonly name: string; readonly icon: IconName }[] = [
  { page: 'today', name: 'Today', icon: 'dumbbell' },
  { page: 'history', name: 'History', icon: 'calendar-days' },
  { page: 'progress', name: 'Progress', icon: 'chart-no-axes-column' },
  { page: 'you', name: 'You', icon: 'circle-user-round' },
]

/** The tab that a page belongs to; today unless it is named here. */
const tabOf: Readonly<Record<string, TabName>> = {
  history: 'history',
  edit: 'history',
  progress: 'progress',
  exercise: 'progress',
  measurements: 'progress',
  you: 'you',
  account: 'you',
  import: 'you',
  export: 'you',
  storage: 'you',
}

/** The mark of Replog: a loaded bar. */
function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" fill="currentColor">
      <rect x="1" y="9" width="3.6" height="8" rx="1.4" opacity=".45" />
      <rect x="6.4" y="4" width="3.6" height="18" rx="1.4" opacity=".7" />
      <rect x="11.8" y="1" width="3.6" height="24" rx="1.4" />
      <rect x="17.2" y="4" width="3.6" height="18" rx="1.4" opacity=".7" />
      <rect x="22.6" y="9" width="2.6" height="8" rx="1.2" opacity=".45" />
    </svg>
  )
}

/** The bar of tabs: beside the page on a wide screen; with `onlyWide`, hidden on a narrow one. */
export function Tabs({ onlyWide }: { onlyWide: boolean }) {
  const current = tabOf[route.value.page] ?? 'today'
  return (
    <nav class={`tabs${onlyWide ? ' wide-only' : ''}`} aria-label="Main">
      <span class="brand">
        <Logo />
        <span>Replog</span>
      </span>
      {tabs.map(({ page, name, icon }) => (
        <a href={hrefTo(page)} aria-label={name} aria-current={page === current ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{name}</span>
        </a>
      ))}
      <span class="foot">
        <Status />
      </span>
    </nav>
  )
}
