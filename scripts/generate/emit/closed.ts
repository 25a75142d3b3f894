import type { Imports } from './imports.ts'

/** The source of an object that has these properties and no other member. */
export function closedSource(
  properties: string,
  imports: Imports,
  options: Readonly<Record<string, string | undefined>>,
): string {
  const source = imports.type('Object', [properties], { additionalProperties: 'false', ...options })
  // TypeBox infers `{}`, which takes any value; openapi-typescript says it better.
  return properties === '{}' ? `${imports.use('Type')}.Unsafe<Record<string, never>>(${source})` : source
}
