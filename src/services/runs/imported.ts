import { ownPrograms } from '#db/programs/programs.ts'
import { runs } from '#db/runs/runs.ts'
import { milliseconds } from '#db/values/instant.ts'
import { importList } from '../crud/imported.ts'
import { builtInProgram } from '../programs/find.ts'

/** Imports runs. A run is written only if the program that it follows exists. */
export const importedRuns = importList({
  ...runs,
  member: 'runs',

  row: (userId, { id, revision, createdAt, updatedAt, ...content }) => ({
    userId,
    id,
    content,
    revision,
    createdAt: milliseconds(createdAt),
    updatedAt: milliseconds(updatedAt),
    deletedAt: null,
    seq: 0,
  }),

  canWrite: async (tx, userId, { content: { programId } }) =>
    builtInProgram(programId) !== undefined || (await ownPrograms.find(tx, userId, programId)) !== undefined,
})
