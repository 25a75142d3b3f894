/**
 * `replog/client/programs`: programs and runs without a network, on top of `replog/client`. A run's state is folded
 * on the device from its program, its decisions and the log, by the code that the server uses.
 *
 *     const programs = await openPrograms(replog, { storage, exercises: catalogue.all })
 *     const run = await programs.begin('531-boring-but-big', { squat: { value: 120, unit: 'kg' }, … })
 *     const workout = await programs.start(run.id)
 *     await programs.decide(run.id, { kind: 'skip', step })
 */
export { AlreadyStartedError, RunClosedError, UnknownProgramError } from './errors.ts'
export { type NewDecision, openPrograms, type Programs, type ProgramsOptions } from './open-programs.ts'
