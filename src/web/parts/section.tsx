import type { ComponentChildren } from 'preact'

/** A part of a page under its own heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: ComponentChildren
  /** Stands at the end of the heading's line, such as a link to more. */
  aside?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <section class="section">
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
