import { gzipSync } from 'node:zlib'
import { appBundle } from '#services/app/bundle.ts'
import { requiredScripts } from '#services/app/merge-chunks.ts'

/** The compressed size of what a visit fetches, and its limit, in bytes. */
export interface RouteSize {
  readonly name: string
  readonly size: number
  readonly limit: number
}

/** Additional scripts of the routes, by the prefix of their file names. */
const routes = [
  { name: 'workout', file: 'logging', limit: 35_200 },
  { name: 'history, exercise, progress', file: 'figures', limit: 31_375 },
  { name: 'programs', file: 'programs', limit: 57_875 },
  { name: 'the program editor', file: 'program', limit: 67_885 },
  { name: 'you', file: 'account', limit: 28_405 },
] as const

/** The sizes of the app's routes, and of all its scripts, data and style sheets. */
export async function appRoutes(): Promise<RouteSize[]> {
  const { files, page } = await appBundle()
  const decoder = new TextDecoder()
  const names = [...files.keys()]
  const scripts = new Map(
    names.filter((name) => name.endsWith('.js')).map((name) => [name, decoder.decode(files.get(name)?.body)]),
  )
  const sizeOf = (fileNames: Iterable<string>) =>
    [...fileNames].reduce((sum, name) => sum + gzipSync(files.get(name)?.body ?? '', { level: 9 }).length, 0)
  const mainScript = /src="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const firstStyle = /rel="stylesheet" href="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const initialScripts = requiredScripts(scripts, mainScript)
  const styles = names.filter((name) => name.endsWith('.css'))
  return [
    { name: 'app, today', size: sizeOf(initialScripts), limit: 38_645 },
    ...routes.map(({ name, file, limit }) => {
      const entry = [...scripts.keys()].find((script) => script.startsWith(`${file}-`)) ?? ''
      const additional = [...requiredScripts(scripts, entry)].filter((script) => !initialScripts.has(script))
      return { name: `app, ${name}`, size: sizeOf(additional), limit }
    }),
    { name: 'app, every script', size: sizeOf(scripts.keys()), limit: 184_446 },
    { name: 'app, data', size: sizeOf(names.filter((name) => name.endsWith('.json'))), limit: 14_500 },
    { name: 'app, first style', size: sizeOf([firstStyle]), limit: 6_000 },
    { name: 'app, every style', size: sizeOf(styles), limit: 9_000 },
  ]
}
