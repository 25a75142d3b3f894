/** Code that the first page fetches once it is displayed. */
export { readinessOfGroups, readinessText } from '../figures/readiness.ts'
export { followProfile } from '../state/profile.ts'
