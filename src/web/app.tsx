import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { lazyPages } from './lazy-pages.ts'
import { Today } from './pages/today.tsx'
import { Tabs } from './parts/tabs.tsx'
import { Toast } from './parts/toast.tsx'
import { route } from './route.ts'

type Page = ComponentType

/** The page that is part of the first bundle. */
const bundled: Readonly<Record<string, Page>> = { today: Today }

/** Pages without tabs on a narrow screen. */
const focused = new Set(['workout', 'add', 'done', 'import', 'preview', 'edit', 'suggest', 'program'])

/** The whole app: tabs, the page that the address names, and messages. */
export function App() {
  const { page } = route.value
  const loaded = useSignal<Readonly<Record<string, Page>>>(bundled)
  useSignalEffect(() => {
    const { page: name } = route.value
    if (loaded.peek()[name]) return
    const showPage = (loadedPage: Page) => {
      loaded.value = { ...loaded.peek(), [name]: loadedPage }
    }
    // A page that could not be fetched is fetched again the next time.
    const fail = () => {
      showPage(Unreachable)
      addEventListener('hashchange', () => (loaded.value = without(loaded.peek(), name)), { once: true })
    }
    const load = lazyPages[name] ?? lazyPages.missing
    load?.().then(showPage, fail)
  })
  const isFocused = focused.has(page)
  useEffect(() => {
    document.body.className = isFocused ? 'app focus' : 'app'
  }, [isFocused])
  const Shown = loaded.value[page] ?? Nothing
  useFocusOnArrival(Shown)
  return (
    <>
      <Tabs onlyWide={isFocused} />
      <Shown />
      <Toast />
    </>
  )
}

const without = (pages: Readonly<Record<string, Page>>, name: string) =>
  Object.fromEntries(Object.entries(pages).filter(([other]) => other !== name))

const Nothing = () => <main class="page" />

/** Shown for a page that isn't cached and can't be fetched now. */
function Unreachable() {
  return (
    <main class="page">
      <h1 tabIndex={-1}>Not on this device yet</h1>
      <p class="soft">This page is downloaded the first time you open it. Try again when you’re online.</p>
    </main>
  )
}

/**
 * Scrolls to the top, or to the next set of a workout, and moves the focus to the heading after navigation, so that
 * screen readers announce the page. Runs before the first paint, so that nothing moves under a finger.
 */
function useFocusOnArrival(shown: Page): void {
  const isFirst = useRef(true)
  const { page, id } = route.value
  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    scrollTo(0, 0)
    const set = document.querySelector('.set.now') ?? document.querySelector('.set:has(.flag)')
    set?.scrollIntoView({ block: 'nearest' })
    // On a narrow screen, a workout opened from History hides the list's heading and has its own.
    const headings = [...document.querySelectorAll<HTMLElement>('h1, h2[tabindex]')]
    headings.find((heading) => heading.offsetParent)?.focus({ preventScroll: true })
  }, [page, id, shown])
}
