import { userMarks } from '../meta/user-marks.ts'

/**
 * Marks the users whose tombstones may have contents until they are swept. A mark's token identifies the writer
 * of the contents, which learns from it whether a sweep has run in the meantime.
 */
export const unsweptUsers = userMarks('unswept:')
