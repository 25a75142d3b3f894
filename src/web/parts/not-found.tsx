import { hrefTo } from '../route.ts'
import { PageHead } from './page-head.tsx'

/** A page whose subject doesn't exist, with a way to its parent page, `up`. */
export const NotFound = ({ title, up, text }: { title: string; up: string; text: string }) => (
  <main class="page">
    <PageHead title={title} up={up} />
    <a class="btn go full" href={hrefTo(up)}>
      {text}
    </a>
  </main>
)
