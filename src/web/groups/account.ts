import './icons.ts'

/** The pages of the account, the device and its data, and other rarely opened pages. */
export { Account } from '../pages/account.tsx'
export { Export } from '../pages/export.tsx'
export { Import } from '../pages/import.tsx'
export { Missing } from '../pages/missing.tsx'
export { Routine } from '../pages/routine.tsx'
export { Storage } from '../pages/storage.tsx'
export { You } from '../pages/you.tsx'
