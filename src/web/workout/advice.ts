import { signal } from '@preact/signals'
import type { Advise } from './advice-types.ts'

const advise = signal<Advise | undefined>(undefined)

/** What the coach says about an exercise; nothing until the coach is there. */
export const adviceFor: Advise = (exercise, workout) => advise.value?.(exercise, workout)

/** Fetches the coach, which no tick waits for. */
export function loadCoach(): void {
  if (advise.value) return
  import('../coach/advise.ts').then(
    (coach) => {
      advise.value = coach.advise
    },
    () => {},
  )
}
