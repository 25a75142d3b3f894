import { problem } from '#http/response/constructors.ts'

/** 409: a measurement with this id exists, or did. */
export const measurementIdTaken = problem(409, 'id_taken', 'A measurement with this id already exists.')
