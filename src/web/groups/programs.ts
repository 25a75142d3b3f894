import './icons.ts'

/** The pages of programs: the list, a preview, and a run; and what Today shows of the active run. */
export { Preview } from '../pages/preview.tsx'
export { Programs } from '../pages/programs.tsx'
export { RunPage } from '../pages/run.tsx'
export { AfterThis } from '../programs/after-this.tsx'
export { loadBuiltIn } from '../programs/known.ts'
export { isReady, nextOf, nextUp } from '../programs/next-step.ts'
export { slotReasons } from '../programs/slot-reasons.ts'
