import './icons.ts'

/** The page that suggests a workout. */
export { Suggest } from '../pages/suggest.tsx'
