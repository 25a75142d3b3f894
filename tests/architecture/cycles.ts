import type { Import } from './source-files.ts'

/**
 * The import cycles: groups of two or more that import each other, directly or not. Each is sorted, and
 * the groups are ordered by their first member.
 */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(imports, ({ from }) => from)
  const reached = new Map<string, Set<string>>()
  const reachOf = (start: string): Set<string> => {
    const known = reached.get(start)
    if (known) return known
    const seen = new Set<string>()
    const pending = [start]
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      for (const { to } of targets.get(at) ?? []) {
        if (seen.has(to)) continue
        seen.add(to)
        pending.push(to)
      }
    }
    reached.set(start, seen)
    return seen
  }
  const cycles = new Map<string, string[]>()
  for (const file of targets.keys()) {
    if (!reachOf(file).has(file)) continue
    const cycle = [...reachOf(file)].filter((other) => reachOf(other).has(file)).sort()
    cycles.set(cycle.join(), cycle)
  }
  return [...cycles.values()].sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}
