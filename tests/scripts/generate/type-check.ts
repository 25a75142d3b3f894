import { dirname, join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dir, '../../..')

/**
 * Compiles the project with some files replaced (by path from its root) and returns the compiler's
 * messages by file.
 */
export function typeCheck(files: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  const overlay = new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]))
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    { ...ts.sys, readDirectory: () => [] },
    root,
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile, directoryExists } = host
  const directories = new Set([...overlay.keys()].map(dirname))
  host.directoryExists = (path) => directories.has(path) || directoryExists?.(path) === true
  host.fileExists = (path) => overlay.has(path) || fileExists(path)
  host.readFile = (path) => overlay.get(path) ?? readFile(path)
  host.getSourceFile = (path, languageVersion, ...others) => {
    const text = overlay.get(path)
    if (text === undefined) return getSourceFile(path, languageVersion, ...others)
    return ts.createSourceFile(path, text, languageVersion)
  }
  const program = ts.createProgram({ rootNames: [...overlay.keys()], options, host })
  return new Map(
    Object.keys(files).map((path) => {
      const source = program.getSourceFile(join(root, path))
      const diagnostics = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ]
      return [path, diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))]
    }),
  )
}
