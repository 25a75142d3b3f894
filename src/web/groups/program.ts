import './programs.ts'

/** The program editor. It needs the pages of programs, which are therefore fetched with it. */
export { ProgramEditor } from '../pages/program.tsx'
