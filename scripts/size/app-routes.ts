import { gzipSync } from 'node:zlib'
import { appBundle } from '#services/app/bundle.ts'
import { neededBy } from '#services/app/merge-chunks.ts'

/** The compressed size of what a visit fetches, and its limit, in bytes. */
export interface RouteSize {
  readonly name: string
  readonly size: number
  readonly limit: number
}

/** Additional scripts of the routes, by the prefix of their file names. */
const routes = [
  { name: 'workout', file: 'logging', limit: 23_500 },
  { name: 'history, exercise, progress', file: 'figures', limit: 27_000 },
  { name: 'programs', file: 'programs', limit: 64_500 },
  { name: 'the program editor', file: 'program', limit: 70_500 },
  { name: 'you', file: 'account', limit: 13_000 },
] as const

/** The sizes of the app's routes, of all its scripts, and of its style sheets. */
export async function appRoutes(): Promise<RouteSize[]> {
  const { files, page } = await appBundle()
  const decoder = new TextDecoder()
  const names = [...files.keys()]
  const scripts = new Map(
    names.filter((name) => name.endsWith('.js')).map((name) => [name, decoder.decode(files.get(name)?.body)]),
  )
  const sizeOf = (some: Iterable<string>) =>
    [...some].reduce((sum, name) => sum + gzipSync(files.get(name)?.body ?? '', { level: 9 }).length, 0)
  const started = /src="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const style = /rel="stylesheet" href="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const first = neededBy(scripts, started)
  const styles = names.filter((name) => name.endsWith('.css'))
  return [
    { name: 'app, today', size: sizeOf(first), limit: 40_000 },
    ...routes.map(({ name, file, limit }) => {
      const own = names.find((one) => one.startsWith(`${file}-`)) ?? ''
      const more = [...neededBy(scripts, own)].filter((one) => !first.has(one))
      return { name: `app, ${name}`, size: sizeOf(more), limit }
    }),
    { name: 'app, every script', size: sizeOf(scripts.keys()), limit: 179_500 },
    { name: 'app, first style', size: sizeOf([style]), limit: 6_000 },
    { name: 'app, every style', size: sizeOf(styles), limit: 9_000 },
  ]
}
