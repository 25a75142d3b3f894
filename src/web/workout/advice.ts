import { signal } from '@preact/signals'
import type { Advise, Coach } from './advice-types.ts'
import { slotReasons } from './reasons.ts'

/** The coach, once it is there. */
export const coach = signal<Coach | undefined>(undefined)

/** What the coach says about an exercise; nothing until the coach is there. */
export const adviceFor: Advise = (exercise, workout) => coach.value?.advise(exercise, workout)

/** Fetches the coach, which no tick waits for. */
export async function loadCoach(): Promise<void> {
  if (coach.peek()) return
  coach.value = (await import('../coach/coach.ts')).coach
}

/** Fetches what knows the reasons of a program. */
export async function loadSlotReasons(): Promise<void> {
  if (slotReasons.peek()) return
  slotReasons.value = (await import('../groups/programs.ts')).slotReasons
}
