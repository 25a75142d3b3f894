import type { Scripts } from './merge-chunks.ts'

/** Scripts under other names, and the new name of each by the previous one. */
interface NamedScripts {
  readonly scripts: Scripts
  readonly names: ReadonlyMap<string, string>
}

/**
 * Gives scripts names that change with the contents of all of them. Browsers keep a name's content for good, and
 * scripts import from each other in circles: a script that kept its name would go on importing an earlier version of
 * another script.
 */
export function nameByContents(scripts: Scripts): NamedScripts {
  const entries = [...scripts].sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = new Bun.CryptoHasher('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 8)
  const names = new Map<string, string>()
  for (const [stem, group] of Map.groupBy(entries, ([name]) => stemOf(name)))
    for (const [index, [name]] of group.entries())
      names.set(name, `${stem}${index === 0 ? '' : index}-${hash}.js`)
  const renamed = entries.map(
    ([name, text]) =>
      [names.get(name) ?? name, text.replace(scriptName, (found) => names.get(found) ?? found)] as const,
  )
  return { scripts: new Map(renamed), names }
}

const scriptName = /[\w-]+\.js/g

/** A script's name without its hash. */
const stemOf = (name: string): string => name.slice(0, name.lastIndexOf('-'))
