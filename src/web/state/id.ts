import { uuid } from '#client/ids.ts'

/** An id for something new. */
export const createId = (): string => uuid(Date.now())
