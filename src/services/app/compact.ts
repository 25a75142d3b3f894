import type { Scripts } from './merge-chunks.ts'

const importOf = /import(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)";?/g

/**
 * Makes scripts that import from each other smaller. Merging and splitting chunks leaves several imports of the same
 * script, and names that were minified for the chunk as it was before. What they import and export stays the same.
 */
export async function compact(scripts: Scripts): Promise<Scripts> {
  const compacted = [...scripts].map(async ([name, text]) => [name, await compactOne(name, text)] as const)
  return new Map(await Promise.all(compacted))
}

async function compactOne(name: string, text: string): Promise<string> {
  const file = `/compacted/${name}`
  const { outputs } = await Bun.build({
    entrypoints: [file],
    files: { [file]: text },
    external: ['./*'],
    target: 'browser',
    format: 'esm',
    minify: true,
  })
  return withOneImportEach((await outputs[0]?.text()) ?? '').replace(onlyParameter, '$1=>')
}

/**
 * Merges the imports of each script into one, in the order of the exporting script's names, which compresses better.
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

/** The only parameter of an arrow function, in parentheses that Bun leaves. After a word, as in `async`, they stay. */
const onlyParameter = /(?<![\w$])\(([\w$]+)\)=>/g

/** The length to which exported names are padded, so that they sort by length first. */
const paddedLength = 5
const exportOf = (part: string) => (part.split(' as ')[0] ?? '').padStart(paddedLength)
const byExport = (a: string, b: string) => (exportOf(a) < exportOf(b) ? -1 : 1)
