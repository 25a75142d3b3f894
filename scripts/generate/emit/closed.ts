import type { Imports } from './imports.ts'

/** The source of an object with these properties and no others. */
export function closedObjectSource(
  properties: string,
  imports: Imports,
  options: Readonly<Record<string, string | undefined>>,
): string {
  const source = imports.type('Object', [properties], { additionalProperties: 'false', ...options })
  // TypeBox infers `{}`, which accepts any value; openapi-typescript is more precise.
  return properties === '{}' ? `${imports.use('Type')}.Unsafe<Record<string, never>>(${source})` : source
}
