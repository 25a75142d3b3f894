import { to } from '../route.ts'

/** There is no such page. */
export function Missing() {
  return (
    <main class="page">
      <h1 tabIndex={-1}>No such page</h1>
      <a class="btn go full" href={to('today')}>
        Go to Today
      </a>
    </main>
  )
}
