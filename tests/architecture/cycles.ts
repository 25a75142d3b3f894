import type { Import } from './source-files.ts'

/**
 * The import cycles. A cycle is a group of files or folders that import each other, directly or
 * indirectly. The members of each group are sorted, and the groups by their first member.
 */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(imports, ({ from }) => from)
  const reachable = new Map<string, Set<string>>()
  const reachableFrom = (start: string): Set<string> => {
    const cached = reachable.get(start)
    if (cached) return cached
    const visited = new Set<string>()
    const pending = [start]
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      for (const { to } of targets.get(file) ?? []) {
        if (visited.has(to)) continue
        visited.add(to)
        pending.push(to)
      }
    }
    reachable.set(start, visited)
    return visited
  }
  const cycles = new Map<string, string[]>()
  for (const file of targets.keys()) {
    if (!reachableFrom(file).has(file)) continue
    const cycle = [...reachableFrom(file)].filter((other) => reachableFrom(other).has(file)).sort()
    cycles.set(cycle.join(), cycle)
  }
  return [...cycles.values()].sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}
