import { signal } from '@preact/signals'
import type { SlotReasons } from './advice-types.ts'

/** Gives the reasons of program slots, once its code has been loaded. */
export const slotReasons = signal<SlotReasons | undefined>(undefined)
