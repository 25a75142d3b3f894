/** A measured figure and its target. */
export interface Figure {
  readonly name: string
  readonly unit: 'ratio' | 'ms' | 'MB'
  readonly value: number
  /** The target. Absent if the figure only explains another one. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
  /** The figure's inputs and related numbers, by name: medians over the rounds, unless the name says otherwise. */
  readonly parts: Readonly<Record<string, number>>
}

/** Whether a figure meets its target, if any. */
export function meetsTarget({ value, target }: Figure): boolean {
  if (target === undefined) return true
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}
