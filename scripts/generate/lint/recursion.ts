import type { Contract } from '../contract.ts'
import type { SchemaGroup } from '../model.ts'
import { referencesOf, schemasWithin } from '../walk.ts'

/** Reports the schemas of a cycle whose kind keeps TypeBox from inferring a type for it. */
export function lintRecursion(contract: Contract, group: SchemaGroup): void {
  if (!group.recursive) return
  const names = group.schemas.map((schema) => schema.name)
  for (const schema of group.schemas.flatMap((named) => [...schemasWithin(named.schema)])) {
    const closesCycle = referencesOf(schema).some((name) => names.includes(name))
    if (!closesCycle) continue
    if (schema.kind === 'allOf')
      contract.report(schema.path, `allOf cannot be part of a cycle (${names.join(', ')})`)
    if (schema.kind === 'object' && schema.additional !== undefined && schema.additional !== false) {
      contract.report(schema.path, `additionalProperties cannot be part of a cycle (${names.join(', ')})`)
    }
  }
}
