import { ownPrograms } from '#db/programs/programs.ts'
import { runs } from '#db/runs/runs.ts'
import { importedDocument } from '../crud/documents.ts'
import { importList } from '../crud/imported.ts'
import { builtInProgram } from '../programs/find.ts'

/** Imports runs. A run is written only if the program that it follows exists. */
export const importedRuns = importList({
  ...runs,
  member: 'runs',

  row: (userId, run, exerciseIdFor) =>
    importedDocument(userId, {
      ...run,
      decisions: run.decisions.map((decision) =>
        decision.kind === 'swap' ? { ...decision, exerciseId: exerciseIdFor(decision.exerciseId) } : decision,
      ),
    }),

  canWrite: async (tx, userId, { content: { programId } }) =>
    builtInProgram(programId) !== undefined || (await ownPrograms.find(tx, userId, programId)) !== undefined,
})
