/** A measured figure and its bar. */
export interface Figure {
  readonly name: string
  readonly unit: 'ratio' | 'ms' | 'MB'
  readonly value: number
  /** What it must reach; absent if the figure is there to explain another one. */
  readonly bar?: { readonly atLeast: number } | { readonly atMost: number }
  /** What the figure was computed from, by name: medians over the rounds. */
  readonly parts: Readonly<Record<string, number>>
}

/** Whether a figure reaches its bar; those without one do. */
export function reaches({ value, bar }: Figure): boolean {
  if (bar === undefined) return true
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost
}
