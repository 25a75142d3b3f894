import { join, resolve } from 'node:path'

// `bun scripts/start/build.ts FOLDER`: bundles the server into this folder, with `main.js` to start it. The folder must
// be inside the project's folder, from which some files are read at run time: those of the app, those of the reference,
// and the contract.

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: bun scripts/start/build.ts FOLDER')

await Bun.build({
  entrypoints: [join(resolve(import.meta.dir, '../..'), 'src/main.ts')],
  outdir: folder,
  target: 'bun',
  // Code that is loaded later stays in its own files.
  splitting: true,
  sourcemap: 'linked',
  // Otherwise its value while building would be part of the bundle, `development` by default.
  define: { 'process.env.NODE_ENV': 'process.env.NODE_ENV' },
})
