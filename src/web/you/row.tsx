import type { ComponentChildren } from 'preact'
import { Icon } from '../parts/icon.tsx'
import type { IconName } from '../parts/icon-names.ts'

interface RowProps {
  icon: IconName
  name: string
  /** A second line, for what doesn't fit beside the name. */
  text?: string
  value?: ComponentChildren
}

function RowContent({ icon, name, text, value }: RowProps) {
  return (
    <>
      <span class="ico">
        <Icon name={icon} />
      </span>
      <span class="main">
        <b>{name}</b>
        {text !== undefined && <small>{text}</small>}
      </span>
      {value !== undefined && <span class="val small">{value}</span>}
      <Icon name="chevron-right" />
    </>
  )
}

/** A row that leads to another page. */
export const LinkRow = ({ href, ...row }: RowProps & { href: string }) => (
  <a href={href}>
    <RowContent {...row} />
  </a>
)

/** A row that opens a sheet or does something. */
export const ButtonRow = ({ onClick, ...row }: RowProps & { onClick: () => void }) => (
  <button type="button" onClick={onClick}>
    <RowContent {...row} />
  </button>
)
