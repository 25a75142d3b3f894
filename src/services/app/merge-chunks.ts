/** Scripts by name. */
export type Scripts = ReadonlyMap<string, string>

/** Several scripts merged into one, and how others import from it. */
interface MergedScript {
  readonly name: string
  readonly text: string
  /** The new name of an export, by script and old name. */
  readonly renamed: ReadonlyMap<string, string>
}

const importOf = /import(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)";?/g

/** The scripts after merging, and the names of the merged ones in the order of the groups. */
interface MergedChunks {
  readonly scripts: Scripts
  readonly merged: readonly string[]
}

/**
 * Merges scripts that are always loaded together into one file. The bundler creates a chunk for every set of
 * entry points that share a module, so a page would otherwise fetch dozens of chunks, each compressed separately.
 *
 * @param groups disjoint; each imports only from itself and earlier ones, or lazily from anything
 */
export async function mergeChunks(
  scripts: Scripts,
  groups: readonly ReadonlySet<string>[],
): Promise<MergedChunks> {
  let current = scripts
  const merged: string[] = []
  for (const group of groups) {
    const result = await mergeGroup(current, group)
    current = result.scripts
    merged.push(result.name)
  }
  return { scripts: current, merged }
}

async function mergeGroup(
  scripts: Scripts,
  group: ReadonlySet<string>,
): Promise<{ readonly scripts: Scripts; readonly name: string }> {
  const outside = [...scripts].filter(([name]) => !group.has(name))
  const usedExports = new Set(
    outside.flatMap(([, text]) =>
      importsOf(text).flatMap(({ from, names }) =>
        group.has(from) ? names.map(([exported]) => `${from} ${exported}`) : [],
      ),
    ),
  )
  const { name, text, renamed } = await merge(scripts, group, [...usedExports].sort())
  const rewritten = outside.map(([other, body]) => [other, rewrite(body, group, name, renamed)] as const)
  return { scripts: new Map([...rewritten, [name, text] as const]), name }
}

async function merge(
  scripts: Scripts,
  group: ReadonlySet<string>,
  usedExports: readonly string[],
): Promise<MergedScript> {
  const members = [...group].sort()
  const renamed = new Map(usedExports.map((key, index) => [key, shortName(index)]))
  const exports = usedExports.map((key) => {
    const [from, exported] = key.split(' ')
    return `export{${exported} as ${renamed.get(key)}}from"./${from}"`
  })
  const entry = [...members.map((member) => `import"./${member}"`), ...exports].join(';\n')
  const folder = '/merged/'
  const { outputs } = await Bun.build({
    entrypoints: [`${folder}entry.js`],
    files: {
      [`${folder}entry.js`]: entry,
      ...Object.fromEntries(members.map((member) => [folder + member, scripts.get(member) ?? ''])),
    },
    plugins: [
      {
        name: 'external scripts',
        setup(build) {
          build.onResolve({ filter: /^\.\// }, ({ path }) =>
            group.has(path.slice(2)) ? undefined : { path, external: true },
          )
        },
      },
    ],
    target: 'browser',
    format: 'esm',
    minify: true,
  })
  // The members' names are enough: they contain hashes of their contents and of everything that they import.
  const hash = new Bun.CryptoHasher('sha256').update(members.join()).digest('hex').slice(0, 8)
  return { name: `main-${hash}.js`, text: (await outputs[0]?.text()) ?? '', renamed }
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The name of an export, as short as possible: `a` to `Z`, `aa`, `ba` … Unlike variables, exports may be called `if`.
 */
function shortName(index: number): string {
  const rest = Math.floor(index / letters.length)
  return `${letters[index % letters.length]}${rest === 0 ? '' : shortName(rest - 1)}`
}

/** The static imports of a script, each with its exported and its local name. */
function importsOf(text: string) {
  return [...text.matchAll(importOf)].map(([, list = '', from = '']) => ({
    from,
    names: list
      .split(',')
      .filter((part) => part !== '')
      .map((part) => part.split(' as ') as [exported: string, local?: string]),
  }))
}

function rewrite(
  text: string,
  group: ReadonlySet<string>,
  name: string,
  renamed: ReadonlyMap<string, string>,
): string {
  return text.replace(importOf, (whole, list: string | undefined, from: string) => {
    if (!group.has(from)) return whole
    if (list === undefined) return `import"./${name}";`
    const names = list.split(',').map((part) => {
      const [exported = '', local = exported] = part.split(' as ')
      return `${renamed.get(`${from} ${exported}`)} as ${local}`
    })
    return `import{${names.join()}}from"./${name}";`
  })
}

/**
 * Groups scripts by the parts of the app that need them. No group imports itself through others, because
 * what a script imports is needed by the same parts or more.
 *
 * @param parts the scripts that each part needs
 * @param others scripts that stay out of the groups
 */
export function sharedScripts(
  parts: readonly ReadonlySet<string>[],
  others: ReadonlySet<string>,
): ReadonlySet<string>[] {
  const names = new Set(parts.flatMap((part) => [...part])).difference(others)
  const groups = Map.groupBy(names, (name) => parts.map((part) => Number(part.has(name))).join(''))
  return [...groups.values()].map((group) => new Set(group))
}

/** A script and everything that must be loaded before it can run. */
export function requiredScripts(
  scripts: Scripts,
  name: string,
  visited = new Set<string>(),
): ReadonlySet<string> {
  if (visited.has(name)) return visited
  visited.add(name)
  for (const { from } of importsOf(scripts.get(name) ?? '')) requiredScripts(scripts, from, visited)
  return visited
}
