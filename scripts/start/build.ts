import { join, resolve } from 'node:path'
import type { BunPlugin } from 'bun'
import { buildApp } from '#services/app/build.ts'
import { stringifyBundle } from '#services/app/stored-bundle.ts'

// `bun scripts/start/build.ts FOLDER`: bundles the server into this folder, with `main.js` to start it. The folder must
// be inside the project's folder, from which some files are read at run time: those of the reference, and the contract.

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: bun scripts/start/build.ts FOLDER')

// Before the server, because Bun can't build something else while it builds.
const app = stringifyBundle(await buildApp())

/** Puts the built app in place of the code that builds it, which takes seconds and 100 MB. */
const builtApp = {
  name: 'the built app',
  setup(build) {
    build.onLoad({ filter: /\/services\/app\/build\.ts$/ }, () => ({
      contents:
        "import { parseBundle } from '#services/app/stored-bundle.ts'\n" +
        `export const buildApp = () => parseBundle(${JSON.stringify(app)})`,
      loader: 'js',
    }))
  },
} satisfies BunPlugin

await Bun.build({
  entrypoints: [join(resolve(import.meta.dir, '../..'), 'src/main.ts')],
  outdir: folder,
  target: 'bun',
  // Code that is loaded later stays in its own files.
  splitting: true,
  sourcemap: 'linked',
  plugins: [builtApp],
  // Otherwise its value while building would be part of the bundle, `development` by default.
  define: { 'process.env.NODE_ENV': 'process.env.NODE_ENV' },
})
