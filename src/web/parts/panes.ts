import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addStyle } from '../more-style.ts'
import { isWide } from '../state/wide.ts'

type Panes = typeof import('../groups/figures.ts')

const panes = signal<Panes | undefined>(undefined)

async function loadPanes(): Promise<void> {
  const [group] = await Promise.all([import('../groups/figures.ts'), addStyle()])
  await group.loadBodyShapes()
  panes.value = group
}

/** The charts beside other content, which only wide screens load. Undefined until loaded. */
export function usePanes(): Panes | undefined {
  const isNeeded = isWide.value && !panes.value
  useEffect(() => {
    // Without a network, they stay empty.
    if (isNeeded) loadPanes().catch(() => {})
  }, [isNeeded])
  return isWide.value ? panes.value : undefined
}
