import { to } from '../route.ts'

/** Shown for an unknown page. */
export function Missing() {
  return (
    <main class="page">
      <h1 tabIndex={-1}>Page not found</h1>
      <a class="btn go full" href={to('today')}>
        Go to Today
      </a>
    </main>
  )
}
