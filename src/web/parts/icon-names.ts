import { firstIcons } from './icon-paths.ts'
import type { moreIcons } from './more-icon-paths.ts'

export type IconName = keyof typeof firstIcons | keyof typeof moreIcons

const paths = new Map<IconName, string>(Object.entries(firstIcons) as [keyof typeof firstIcons, string][])

/** Registers more icons, for pages that need them. */
export function addIcons(icons: typeof moreIcons): void {
  for (const [name, path] of Object.entries(icons)) paths.set(name as keyof typeof moreIcons, path)
}

/** The path of an icon, drawn in a 24 × 24 view box. */
export const pathOf = (name: IconName): string | undefined => paths.get(name)
