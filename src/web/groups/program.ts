import './programs.ts'

/** Uses the editor's fields, and is needed as rarely. */
export { SchemeSheet } from '../exercise/scheme-sheet.tsx'
/** The program editor. It needs the pages of programs, which are therefore fetched with it. */
export { ProgramEditor } from '../pages/program.tsx'
