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

/** What an import wrote, so that an undo can remove it. */
export interface WrittenFollowed {
  readonly programs: readonly WrittenDocument[]
  readonly runs: readonly WrittenDocument[]
}

interface WrittenDocument {
  readonly id: string
  /** The revision that the import wrote. */
  readonly revision: number
}

/** Writes what the account doesn't have. A run is written only with the program that it follows. */
export async function insertFollowed(
  tx: Tx,
  userId: string,
  { programs, runs }: FollowedPrograms,
): Promise<WrittenFollowed> {
  const written = { programs: [] as WrittenDocument[], runs: [] as WrittenDocument[] }
  if (programs.length + runs.length === 0) return written
  let seq = await raiseSeqBy(tx, userId, programs.length + runs.length)
  for (const program of programs) {
    const revision = newRevision(program, await ownPrograms.find(tx, userId, program.id))
    if (revision === undefined) continue
    await ownPrograms.write(tx, [{ ...program, revision, seq: ++seq }])
    written.programs.push({ id: program.id, revision })
  }
  for (const run of runs) {
    const { programId } = run.content
    const isThere = builtInProgram(programId) ?? (await ownPrograms.find(tx, userId, programId))
    const revision = isThere && newRevision(run, await ownRuns.find(tx, userId, run.id))
    if (revision === undefined) continue
    await ownRuns.write(tx, [{ ...run, revision, seq: ++seq }])
    written.runs.push({ id: run.id, revision })
  }
  return written
}

/** Above that of a tombstone, which devices have seen; undefined if the account has the document. */
function newRevision(
  document: StoredProgram | StoredRun,
  existing: StoredProgram | StoredRun | undefined,
): number | undefined {
  if (existing === undefined) return document.revision
  return existing.deletedAt === null ? undefined : Math.max(document.revision, existing.revision + 1)
}

/** Deletes what an import wrote and nobody has changed since. Resolves to the counts. */
export async function deleteFollowed(
  tx: Tx,
  userId: string,
  { programs, runs }: WrittenFollowed,
  now: number,
): Promise<{ readonly programs: number; readonly runs: number }> {
  const counts = { programs: 0, runs: 0 }
  for (const { id, revision } of runs) {
    const run = await ownRuns.find(tx, userId, id)
    if (run?.deletedAt !== null || run.revision !== revision) continue
    await ownRuns.delete(tx, run, now)
    counts.runs++
  }
  for (const { id, revision } of programs) {
    const program = await ownPrograms.find(tx, userId, id)
    if (program?.deletedAt !== null || program.revision !== revision) continue
    await ownPrograms.delete(tx, program, now)
    counts.programs++
  }
  return counts
}
