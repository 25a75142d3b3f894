import { ownPrograms, type StoredProgram } from '#db/programs/programs.ts'
import { runs as ownRuns, type StoredRun } from '#db/runs/runs.ts'
import type { Tx } from '#db/schema/index.ts'
import { raiseSeqBy } from '#db/sync/change-numbers.ts'
import { milliseconds, optionalMilliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedAccount } from '#interchange/model.ts'
import type { ProgramContent } from '#training/programs/read.ts'
import { builtInProgram } from '../programs/find.ts'

/** The programs and runs in an account export. */
export interface FollowedPrograms {
  readonly programs: readonly StoredProgram[]
  readonly runs: readonly StoredRun[]
}

/** Programs and runs as they will be stored, with exercises as this account knows them. */
export function followedPrograms(
  userId: string,
  { programs, runs }: ImportedAccount,
  exerciseIdFor: (id: string) => string,
): FollowedPrograms {
  return {
    programs: programs.flatMap((program) =>
      program.source === 'custom' ? [storedProgram(userId, program, exerciseIdFor)] : [],
    ),
    runs: runs.map(({ id, revision, createdAt, updatedAt, ...content }) => ({
      userId,
      id,
      content,
      revision,
      createdAt: milliseconds(createdAt),
      updatedAt: milliseconds(updatedAt),
      deletedAt: null,
      seq: 0,
    })),
  }
}

function storedProgram(
  userId: string,
  program: Schemas['Program'],
  exerciseIdFor: (id: string) => string,
): StoredProgram {
  const { id, source: _, revision, createdAt, updatedAt, deletedAt, ...content } = program
  const made = createdAt === undefined ? 0 : milliseconds(createdAt)
  return {
    userId,
    id,
    content: withExercises(content, exerciseIdFor),
    revision,
    createdAt: made,
    updatedAt: updatedAt === undefined ? made : milliseconds(updatedAt),
    deletedAt: optionalMilliseconds(deletedAt),
    seq: 0,
  }
}

function withExercises(content: ProgramContent, idFor: (id: string) => string): ProgramContent {
  const { lifts } = content
  return {
    ...content,
    ...(lifts && { lifts: lifts.map((lift) => ({ ...lift, exerciseId: idFor(lift.exerciseId) })) }),
    days: content.days.map((day) => ({
      ...day,
      slots: day.slots.map((slot) => ({
        ...slot,
        ...(slot.exerciseId !== undefined && { exerciseId: idFor(slot.exerciseId) }),
        ...(slot.alternatives && { alternatives: slot.alternatives.map(idFor) }),
      })),
    })),
  }
}

/** Writes what the account doesn't have. A run comes only with the program that it follows. */
export async function insertFollowed(
  tx: Tx,
  userId: string,
  { programs, runs }: FollowedPrograms,
): Promise<void> {
  if (programs.length + runs.length === 0) return
  let seq = await raiseSeqBy(tx, userId, programs.length + runs.length)
  for (const program of programs) {
    if (await ownPrograms.find(tx, userId, program.id)) continue
    await ownPrograms.write(tx, [{ ...program, seq: ++seq }])
  }
  for (const run of runs) {
    const { programId } = run.content
    const isThere = builtInProgram(programId) ?? (await ownPrograms.find(tx, userId, programId))
    if (!isThere || (await ownRuns.find(tx, userId, run.id))) continue
    await ownRuns.write(tx, [{ ...run, seq: ++seq }])
  }
}
