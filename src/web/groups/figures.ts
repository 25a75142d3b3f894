import './icons.ts'

/** The pages about past training, and their charts; on wide screens, other pages also show some of the charts. */
export { RecoveryMap } from '../body/recovery-map.tsx'
export { loadBodyShapes } from '../body/shapes.ts'
export { LiftPane } from '../exercise/lift-chart.tsx'
export { ExercisePage } from '../pages/exercise.tsx'
export { History } from '../pages/history.tsx'
export { Measurements } from '../pages/measurements.tsx'
export { Progress } from '../pages/progress.tsx'
export { WeekBars } from '../progress/week-bars.tsx'
