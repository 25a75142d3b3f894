import { ownPrograms } from '#db/programs/programs.ts'
import { runs } from '#db/runs/runs.ts'
import { importedDocument } from '../crud/documents.ts'
import { importList } from '../crud/imported.ts'
import { builtInProgram } from '../programs/find.ts'

/** Imports runs. A run is written only if the program that it follows exists. */
export const importedRuns = importList({
  ...runs,
  member: 'runs',

  row: importedDocument,

  canWrite: async (tx, userId, { content: { programId } }) =>
    builtInProgram(programId) !== undefined || (await ownPrograms.find(tx, userId, programId)) !== undefined,
})
