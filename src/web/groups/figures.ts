import './icons.ts'

/** The pages that look back, with their charts. */
export { ExercisePage } from '../pages/exercise.tsx'
export { History } from '../pages/history.tsx'
export { Measurements } from '../pages/measurements.tsx'
export { Progress } from '../pages/progress.tsx'
