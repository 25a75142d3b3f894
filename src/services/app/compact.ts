import { inlineConstants } from './inline-constants.ts'
import type { Scripts } from './merge-chunks.ts'
import { rename } from './rename.ts'

const importOf = /import(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)";?/g

/**
 * Makes scripts that import from each other smaller. Merging and splitting chunks leaves several imports of the same
 * script, and names that were minified for the chunk as it was before. A script that is also loaded by `import()` keeps
 * the names of its exports.
 */
export async function compact(scripts: Scripts): Promise<Scripts> {
  const compacted = await Promise.all(
    [...inlineConstants(scripts)].map(async ([name, text]) => [name, await compactOne(name, text)] as const),
  )
  return new Map([...rename(new Map(compacted))].map(([name, text]) => [name, withOneImportEach(text)]))
}

/** The parts of a list of exports or imports: `a as b,c` is `a`, `b` and `c`, `c`. */
const partsOf = (list: string) =>
  list.split(',').flatMap((part): readonly (readonly [string, string])[] => {
    const [first = '', second = first] = part.split(' as ')
    return first === '' ? [] : [[first, second]]
  })

async function compactOne(name: string, text: string): Promise<string> {
  const file = `/compacted/${name}`
  const { entry, proxies } = importedOnce(text)
  const { outputs } = await Bun.build({
    entrypoints: [file],
    files: { [file]: entry, ...proxies },
    external: ['./*'],
    target: 'browser',
    format: 'esm',
    minify: true,
  })
  return ((await outputs[0]?.text()) ?? '').replace(onlyParameter, '$1=>')
}

/**
 * The script with its imports redirected to proxy modules, which re-export from the other scripts. When the bundler
 * inlines the proxies, a name that was imported under several local names gets a single one.
 */
function importedOnce(text: string) {
  const names = new Map<string, Set<string>>()
  const entry = text.replace(importOf, (whole, list: string | undefined, from: string) => {
    if (list === undefined) return whole
    names.set(from, (names.get(from) ?? new Set()).union(new Set(partsOf(list).map(([name]) => name))))
    return `import{${list}}from"${proxyOf(from)}";`
  })
  const proxies = [...names].map(([from, list]) => [
    proxyOf(from),
    `export{${[...list].join()}}from"./${from}";`,
  ])
  return { entry, proxies: Object.fromEntries(proxies) }
}

const proxyOf = (script: string) => `/proxies/of-${script}`

/**
 * Merges all imports from the same script into one, sorted by exported name, shorter names first, which compresses
 * better.
 */
function withOneImportEach(text: string): string {
  const names = new Map<string, string[]>()
  const code = text.replace(importOf, (_, list: string | undefined, from: string) => {
    names.set(from, [...(names.get(from) ?? []), ...(list?.split(',') ?? [])])
    return ''
  })
  const imports = [...names].map(([from, list]) =>
    list.length === 0 ? `import"./${from}";` : `import{${list.toSorted(byExport).join()}}from"./${from}";`,
  )
  return imports.join('') + code
}

/** The only parameter of an arrow function, in parentheses that Bun keeps. After a word such as `async`, they stay. */
const onlyParameter = /(?<![\w$])\(([\w$]+)\)=>/g

/** The length to which exported names are padded, so that they sort by length first. */
const paddedLength = 5
const sortKey = (part: string) => (part.split(' as ')[0] ?? '').padStart(paddedLength)
const byExport = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : 1)
