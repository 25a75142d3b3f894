import { signal } from '@preact/signals'
import { loadProgramGroup } from '../programs/load.ts'
import type { Advise, Coach } from './advice-types.ts'
import { slotReasons } from './reasons.ts'

/** The coach, once it is loaded. */
export const coach = signal<Coach | undefined>(undefined)

/** The coach's advice on an exercise; undefined until the coach is loaded. */
export const adviceFor: Advise = (exercise, workout) => coach.value?.advise(exercise, workout)

/** Loads the coach. Logging a set never waits for it. */
export async function loadCoach(): Promise<void> {
  if (coach.peek()) return
  coach.value = (await import('../coach/coach.ts')).coach
}

/** Loads the code that gives the reasons of program slots. */
export async function loadSlotReasons(): Promise<void> {
  if (slotReasons.peek()) return
  slotReasons.value = (await loadProgramGroup()).slotReasons
}
