import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Entry, outputOf } from './entries.ts'

/** The TypeScript compiler for the declarations. */
const compiler = join(import.meta.dir, '../../node_modules/typescript-native/bin/tsc')

/**
 * Writes the declarations of the entries, in the same folders as their sources.
 *
 * @param scratch a folder for temporary files
 */
export async function writeDeclarations(
  root: string,
  output: string,
  scratch: string,
  entries: readonly Entry[],
): Promise<void> {
  const config = join(scratch, 'tsconfig.json')
  await writeFile(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.browser.json'),
      compilerOptions: {
        noEmit: false,
        incremental: false,
        tsBuildInfoFile: null,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: output,
        rootDir: root,
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [],
      files: entries.map(({ file }) => join(root, 'src', file)),
    }),
  )
  const compilation = Bun.spawnSync(['bun', compiler, '-p', config], { cwd: root })
  if (!compilation.success)
    throw new Error(`failed to write the declarations: ${compilation.stdout}${compilation.stderr}`)
  for (const file of await readdir(output, { recursive: true })) {
    if (file.endsWith('.d.ts')) await resolveImports(root, output, join(output, file))
  }
}

/** The declarations of an entry, relative to the folder of all declarations. */
function declarationOf({ file }: Entry): string {
  return join('src', file.replace(/\.ts$/, '.d.ts'))
}

/**
 * Makes the imports of a file work outside this project: relative, and with `.js`, which TypeScript
 * resolves to the declarations next to it.
 */
async function resolveImports(root: string, output: string, file: string): Promise<void> {
  const { imports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const text = await readFile(file, 'utf8')
  const resolved = text.replace(/(from |import\()'([^']+)\.ts'/g, (_, prefix: string, path: string) => {
    const [alias = '', ...rest] = path.split('/')
    const folder: string | undefined = imports[`${alias}/*`]?.replace('*', '')
    const target = folder === undefined ? path : relative(dirname(file), join(output, folder, ...rest))
    return `${prefix}'${target.startsWith('.') ? target : `./${target}`}.js'`
  })
  await writeFile(file, resolved)
}

/** The entry in the package's `exports`. */
export function exportOf(entry: Entry) {
  return { types: `./types/${declarationOf(entry)}`, default: `./dist/${outputOf(entry)}.js` }
}
