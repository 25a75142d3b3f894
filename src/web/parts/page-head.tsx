import type { ComponentChildren } from 'preact'
import { back } from '../route.ts'
import { Icon } from './icon.tsx'

/** The header of a page with a parent page, `up`. The children are the actions of the page. */
export const PageHead = ({
  title,
  text,
  up,
  children,
}: {
  title: string
  text?: string | undefined
  up: string
  children?: ComponentChildren
}) => (
  <header class="top">
    <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back(up)}>
      <Icon name="chevron-left" size="l" />
    </button>
    <div class="grow">
      <h1 class="h1s" tabIndex={-1}>
        {title}
      </h1>
      {text !== undefined && <p class="label">{text}</p>}
    </div>
    {children}
  </header>
)
