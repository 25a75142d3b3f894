import { ownPrograms } from '#db/programs/programs.ts'
import { addProgramRevisions } from '#db/programs/revisions.ts'
import { milliseconds, optionalMilliseconds } from '#db/values/instant.ts'
import type { ProgramContent } from '#training/programs/read.ts'
import { importList } from '../crud/imported.ts'

/** Imports a user's own programs. Built-in ones are left out. */
export const importedPrograms = importList({
  ...ownPrograms,
  member: 'programs',

  row(userId, { id, source, revision, createdAt, updatedAt, deletedAt, ...content }, exerciseIdFor) {
    if (source !== 'custom') return undefined
    const created = createdAt === undefined ? 0 : milliseconds(createdAt)
    return {
      userId,
      id,
      content: withExercises(content, exerciseIdFor),
      revision,
      createdAt: created,
      updatedAt: updatedAt === undefined ? created : milliseconds(updatedAt),
      deletedAt: optionalMilliseconds(deletedAt),
      seq: 0,
    }
  },

  attached({ programRevisions }, exerciseIdFor) {
    const byProgram = Map.groupBy(programRevisions, ({ programId }) => programId)
    return async (tx, { userId, id, revision: current }) => {
      const replaced = (byProgram.get(id) ?? []).filter(({ revision }) => revision !== current)
      await addProgramRevisions(
        tx,
        userId,
        replaced.map(({ programId, revision, replacedAt, program: { id: _, ...content } }) => ({
          programId,
          revision,
          replacedAt: milliseconds(replacedAt),
          content: withExercises(content, exerciseIdFor),
        })),
      )
    }
  },
})

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
