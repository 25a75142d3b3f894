/** The workout that comes next, as it is shown. */
export interface NextUp {
  readonly label: string
  readonly name: string
  /** About how long it takes. */
  readonly seconds: number | undefined
  /** How many sets each exercise has. */
  readonly sets: readonly number[]
  readonly rows: readonly { readonly sets: number; readonly name: string; readonly text: string }[]
  /** Where the rest of it is. */
  readonly href: string
  readonly linkText: string | undefined
}

/** The same, ready to be started. */
export interface ReadyUp extends NextUp {
  readonly start: () => Promise<void>
}

const key = 'replog.next'

/** What was shown last for a run: it stands there at once the next time, until it is computed again. */
export function lastShown(runId: string): NextUp | undefined {
  try {
    const { id, shown } = JSON.parse(localStorage.getItem(key) ?? '{}')
    return id === runId ? shown : undefined
  } catch {
    return undefined
  }
}

/** Keeps what is shown for a run. */
export function keepShown(runId: string, { start, ...shown }: ReadyUp): void {
  try {
    localStorage.setItem(key, JSON.stringify({ id: runId, shown }))
  } catch {
    // It is computed again.
  }
}
