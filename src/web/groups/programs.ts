import './icons.ts'

/** Programs: which there are, what they ask for, and where one is. */
export { Preview } from '../pages/preview.tsx'
export { Programs } from '../pages/programs.tsx'
export { RunPage } from '../pages/run.tsx'
export { isReady, nextUp } from '../programs/next-step.ts'
export { slotReasons } from '../programs/slot-reasons.ts'
