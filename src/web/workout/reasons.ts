import { signal } from '@preact/signals'
import type { SlotReasons } from './advice-types.ts'

/** Why slots ask for what they do, once what knows that is there. */
export const slotReasons = signal<SlotReasons | undefined>(undefined)
