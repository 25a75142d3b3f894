import { fileURLToPath } from 'node:url'
import type { BunPlugin } from 'bun'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { bodyShapes } from './body-shapes.ts'
import { compact } from './compact.ts'
import {
  type AppBundle,
  type AppFile,
  type AppMediaType,
  dataFile,
  hashedName,
  readSource,
  sources,
  textFile,
} from './files.ts'
import { mergeChunks, requiredScripts, sharedScripts } from './merge-chunks.ts'
import { nameByContents } from './name-scripts.ts'
import { appManifest, appPage } from './page.ts'
import { styleSheet } from './style.ts'

/** Source files that are served unchanged. */
const staticFiles = {
  'fonts/geist-latin-wght-normal.woff2': 'font/woff2',
  'fonts/geist-latin-ext-wght-normal.woff2': 'font/woff2',
  'icons/icon.svg': 'image/svg+xml',
  'icons/icon-180.png': 'image/png',
  'icons/icon-192.png': 'image/png',
  'icons/icon-512.png': 'image/png',
} as const satisfies Record<string, AppMediaType>

/** Files that are fetched when a page needs them, instead of being cached in advance. */
const onDemand = /geist-latin-ext|\.png$/

const prefix = '/web/'

/** Builds the app from its sources. */
export async function buildApp(): Promise<AppBundle> {
  const files = new Map<string, AppFile>()
  const add = (name: string, file: AppFile): string => {
    const servedName = hashedName(name, file.body)
    files.set(servedName, file)
    return prefix + servedName
  }
  const addresses = new Map<string, string>()
  for (const [name, mediaType] of Object.entries(staticFiles)) {
    const body = await readSource(name)
    addresses.set(name, add(name.slice(name.indexOf('/') + 1), { body, mediaType }))
  }
  const addressOf = (name: keyof typeof staticFiles) => addresses.get(name) ?? ''
  const style = add('app.css', textFile(await styleSheet('app.css', addresses), 'text/css'))
  const moreStyle = add('more.css', textFile(await styleSheet('more.css', addresses), 'text/css'))
  // As JSON, which browsers parse faster than the same data in a script.
  const data = (name: string, value: Readonly<Record<string, unknown>>) => add(name, dataFile(value))
  const { script, sharedScript, figures } = await addScripts(files, {
    moreStyleAddress: moreStyle,
    programsAddress: data('programs.json', { programs: builtInPrograms }),
    bodyShapesAddress: data('body.json', bodyShapes()),
  })
  const manifest = appManifest({
    svg: addressOf('icons/icon.svg'),
    small: addressOf('icons/icon-192.png'),
    large: addressOf('icons/icon-512.png'),
  })
  const page = appPage({
    script,
    sharedScript,
    figures,
    style,
    font: addressOf('fonts/geist-latin-wght-normal.woff2'),
    icon: addressOf('icons/icon.svg'),
    touchIcon: addressOf('icons/icon-180.png'),
    manifest: add('app.webmanifest', textFile(JSON.stringify(manifest), 'application/manifest+json')),
  })
  const cachedFiles = [...files.keys()].filter((name) => !onDemand.test(name)).map((name) => prefix + name)
  const version = hashedName('v.', Buffer.from([page, ...cachedFiles].join())).slice(2, -1)
  const [worker] = await buildScripts(['sw.ts'], { cachedFiles, appVersion: version })
  return { page, serviceWorker: (await worker?.text()) ?? '', files }
}

/** The addresses of the scripts to start: those of the pages and of the worker. */
interface StartedScripts {
  readonly script: string
  /** The part shared by the other two. */
  readonly sharedScript: string
  readonly figures: string
}

/** Bundles the scripts with shared chunks, and returns the addresses of those to start. */
async function addScripts(
  files: Map<string, AppFile>,
  constants: Record<string, unknown>,
): Promise<StartedScripts> {
  const outputs = await buildScripts(['main.tsx', 'figures/worker.ts'], constants)
  const bundle = new Map<string, string>()
  let [main, worker] = ['', '']
  for (const output of outputs) {
    const name = output.path.slice(output.path.lastIndexOf('/') + 1)
    bundle.set(name, await output.text())
    if (output.kind !== 'entry-point') continue
    if (name.startsWith('worker-')) worker = name
    else main = name
  }
  const programScript = /^programs?-/
  const recommendScript = /^recommend-/
  const pages = [...bundle.keys()].filter((name) => !/^(?:main|worker)-/.test(name))
  const scriptsOf = (isPart: (name: string) => boolean) =>
    new Set(pages.filter(isPart).flatMap((name) => [...requiredScripts(bundle, name)]))
  const workerScripts = requiredScripts(bundle, worker)
  // Of all these scripts, the worker loads only those for recommendations, and only when it needs them.
  const recommend = scriptsOf((name) => recommendScript.test(name)).difference(workerScripts)
  const mainScripts = [...requiredScripts(bundle, main)]
  const isShared = (name: string) => workerScripts.has(name) || recommend.has(name)
  const shared = new Set(mainScripts.filter(isShared))
  const mainOnly = new Set(mainScripts.filter((name) => !isShared(name)))
  const programs = scriptsOf((name) => programScript.test(name))
  const parts = [
    // What recommendations share with programs is added to the worker's scripts, since every group costs bytes.
    workerScripts.union(recommend.intersection(programs)),
    programs,
    scriptsOf((name) => !programScript.test(name) && !recommendScript.test(name)),
    recommend.difference(programs),
  ]
  const otherGroups = sharedScripts(parts, new Set([...mainScripts, ...pages, worker]))
  const { scripts, merged } = await mergeChunks(bundle, [shared, mainOnly, ...otherGroups])
  const named = nameByContents(await compact(scripts))
  for (const [name, text] of named.scripts) files.set(name, textFile(text, 'text/javascript'))
  const [sharedScript = '', script = ''] = merged
  const addressOf = (name: string) => prefix + named.names.get(name)
  return { script: addressOf(script), sharedScript: addressOf(sharedScript), figures: addressOf(worker) }
}

const smallFetch = {
  name: 'a smaller openapi-fetch',
  setup(build) {
    build.onResolve({ filter: /^openapi-fetch$/ }, () => ({
      path: fileURLToPath(new URL('state/small-fetch.ts', sources)),
    }))
  },
} satisfies BunPlugin

/** Compiles elements to calls with their children as arguments; `children` properties would add a kilobyte overall. */
const childrenAsArguments = {
  name: 'children as arguments',
  setup(build) {
    const head = '/** @jsxRuntime classic @jsx h @jsxFrag Fragment */import { h, Fragment } from "preact";'
    build.onLoad({ filter: /\.tsx$/ }, async ({ path }) => ({
      contents: head + (await Bun.file(path).text()),
      loader: 'tsx',
    }))
  },
} satisfies BunPlugin

async function buildScripts(entries: readonly string[], constants: Record<string, unknown>) {
  const { outputs } = await Bun.build({
    entrypoints: entries.map((entry) => fileURLToPath(new URL(entry, sources))),
    target: 'browser',
    format: 'esm',
    splitting: true,
    // Its list names the scripts before they are merged, and the service worker fetches all of them anyway.
    modulePreload: false,
    minify: true,
    plugins: [smallFetch, childrenAsArguments],
    naming: { entry: '[name]-[hash].[ext]', chunk: '[name]-[hash].[ext]' },
    define: Object.fromEntries(
      Object.entries({ ...constants, 'process.env.NODE_ENV': 'production' }).map(([name, value]) => [
        name,
        JSON.stringify(value),
      ]),
    ),
  })
  return outputs
}
