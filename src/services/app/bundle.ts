import { fileURLToPath } from 'node:url'
import type { BunPlugin } from 'bun'
import { lazy } from '#lib/lazy.ts'
import { type AppFile, type AppMediaType, hashedName, readSource, sources, textFile } from './files.ts'
import { mergeChunks, neededBy } from './merge-chunks.ts'
import { appManifest, appPage } from './page.ts'
import { styleSheet } from './style.ts'

/** The app as served to browsers. */
export interface AppBundle {
  readonly page: string
  readonly serviceWorker: string
  /** By name under `/web/`. */
  readonly files: ReadonlyMap<string, AppFile>
}

/** Source files that are served unchanged. */
const staticFiles = {
  'fonts/geist-latin-wght-normal.woff2': 'font/woff2',
  'fonts/geist-latin-ext-wght-normal.woff2': 'font/woff2',
  'icons/icon.svg': 'image/svg+xml',
  'icons/icon-180.png': 'image/png',
  'icons/icon-192.png': 'image/png',
  'icons/icon-512.png': 'image/png',
} as const satisfies Record<string, AppMediaType>

/** Fetched when a page needs them instead of being cached in advance. */
const onDemand = /geist-latin-ext|\.png$/

const prefix = '/web/'

/** Builds the app. Takes some tens of milliseconds, so it happens on the first request and not at startup. */
export const appBundle = lazy(build)

async function build(): Promise<AppBundle> {
  const files = new Map<string, AppFile>()
  const add = (name: string, file: AppFile): string => {
    const served = hashedName(name, file.body)
    files.set(served, file)
    return prefix + served
  }
  const addresses = new Map<string, string>()
  for (const [name, mediaType] of Object.entries(staticFiles)) {
    const body = await readSource(name)
    addresses.set(name, add(name.slice(name.indexOf('/') + 1), { body, mediaType }))
  }
  const at = (name: keyof typeof staticFiles) => addresses.get(name) ?? ''
  const style = add('app.css', textFile(await styleSheet('app.css', addresses), 'text/css'))
  const moreStyle = add('more.css', textFile(await styleSheet('more.css', addresses), 'text/css'))
  const { script, sharedScript, figures } = await addScripts(files, { MORE_STYLE: moreStyle })
  const manifest = appManifest({
    svg: at('icons/icon.svg'),
    small: at('icons/icon-192.png'),
    large: at('icons/icon-512.png'),
  })
  const page = appPage({
    script,
    sharedScript,
    figures,
    style,
    font: at('fonts/geist-latin-wght-normal.woff2'),
    icon: at('icons/icon.svg'),
    touchIcon: at('icons/icon-180.png'),
    manifest: add('app.webmanifest', textFile(JSON.stringify(manifest), 'application/manifest+json')),
  })
  const kept = [...files.keys()].filter((name) => !onDemand.test(name)).map((name) => prefix + name)
  const version = hashedName('v.', Buffer.from([page, ...kept].join())).slice(2, -1)
  const [worker] = await bundled(['sw.ts'], { KEPT_FILES: kept, VERSION: version })
  return { page, serviceWorker: (await worker?.text()) ?? '', files }
}

/** The addresses of the scripts that are started directly: that of the pages and that of the worker. */
interface StartedScripts {
  readonly script: string
  /** Shared by the other two. */
  readonly sharedScript: string
  readonly figures: string
}

/** Bundles the scripts with shared chunks, and returns the addresses of those to start. */
async function addScripts(
  files: Map<string, AppFile>,
  constants: Record<string, unknown>,
): Promise<StartedScripts> {
  const outputs = await bundled(['main.tsx', 'figures/worker.ts'], constants)
  const bundle = new Map<string, string>()
  let [main, worker] = ['', '']
  for (const output of outputs) {
    const name = output.path.slice(output.path.lastIndexOf('/') + 1)
    bundle.set(name, await output.text())
    if (output.kind !== 'entry-point') continue
    if (name.startsWith('worker-')) worker = name
    else main = name
  }
  const ofWorker = neededBy(bundle, worker)
  const first = [...neededBy(bundle, main)]
  const shared = new Set(first.filter((name) => ofWorker.has(name)))
  const alone = new Set(first.filter((name) => !ofWorker.has(name)))
  const { scripts, merged } = await mergeChunks(bundle, [shared, alone])
  for (const [name, text] of scripts) files.set(name, textFile(text, 'text/javascript'))
  const [sharedScript = '', script = ''] = merged
  return { script: prefix + script, sharedScript: prefix + sharedScript, figures: prefix + worker }
}

const smallFetch = {
  name: 'a smaller openapi-fetch',
  setup(build) {
    build.onResolve({ filter: /^openapi-fetch$/ }, () => ({
      path: fileURLToPath(new URL('state/small-fetch.ts', sources)),
    }))
  },
} satisfies BunPlugin

async function bundled(entries: readonly string[], constants: Record<string, unknown>) {
  const { outputs } = await Bun.build({
    entrypoints: entries.map((entry) => fileURLToPath(new URL(entry, sources))),
    target: 'browser',
    format: 'esm',
    splitting: true,
    minify: true,
    plugins: [smallFetch],
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
