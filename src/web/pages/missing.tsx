import { hrefTo } from '../route.ts'

/** Shown for an unknown page. */
export function Missing() {
  return (
    <main class="page">
      <header class="top">
        <h1 tabIndex={-1}>Page not found</h1>
      </header>
      <section class="card empty">
        <p class="soft">There is no page at this address. Everything you logged is still here.</p>
        <a class="btn tint" href={hrefTo('today')}>
          Go to Today
        </a>
      </section>
    </main>
  )
}
