import { hrefTo } from '../route.ts'

/** The next workout, as displayed. */
export interface NextUp {
  /** Where it is in a program, or when it was last done. */
  readonly label: string
  readonly name: string
  /** Roughly how long it takes. */
  readonly seconds: number | undefined
  /** The number of sets of each exercise. */
  readonly sets: readonly number[]
  readonly rows: readonly { readonly sets: number; readonly name: string; readonly text: string }[]
  /** The page that shows more: the past workout that is repeated, or the run. */
  readonly href: string
  readonly linkText: string | undefined
}

/** The next workout, ready to be started. */
export interface StartableNextUp extends NextUp {
  readonly start: () => Promise<void>
}

/** The number of exercises that are shown of a workout to do. */
export const maxPlanRows = 4

/**
 * Stands in for a workout that isn't known yet; about as tall as one with this many exercises, so that nothing moves
 * when the workout appears.
 */
export const placeholder = (exercises: number): NextUp => ({
  label: 'your program',
  name: 'Workout',
  seconds: undefined,
  sets: Array.from({ length: exercises }, () => 3),
  rows: Array.from({ length: exercises }, () => ({ sets: 3, name: '…', text: '' })),
  href: hrefTo('programs'),
  linkText: 'Program',
})

const key = 'replog.next'

/**
 * What was last displayed for a run, if anything, shown immediately until it is computed again.
 *
 * @param after the run and what else the next workout depends on
 */
export function storedNextUp(after: string): NextUp | undefined {
  try {
    const { id, shown } = JSON.parse(localStorage.getItem(key) ?? '{}')
    return id === after ? shown : undefined
  } catch {
    return undefined
  }
}

/** Stores what is displayed for a run. */
export function storeNextUp(after: string, { start, ...shown }: StartableNextUp): void {
  try {
    localStorage.setItem(key, JSON.stringify({ id: after, shown }))
  } catch {
    // Without storage, the next visit computes it again.
  }
}
