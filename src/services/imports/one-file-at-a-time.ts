import { createQueue } from '#lib/queue.ts'

/** Runs the task once no other file is being read. */
export const oneFileAtATime = createQueue({
  concurrency: 1,
  maxWaiting: 10,
  fullMessage: 'Too many files are waiting to be imported.',
})
