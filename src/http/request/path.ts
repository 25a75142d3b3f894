import type { Parameter } from '../operation.ts'
import type { FieldProblems } from '../validation/field-problems.ts'
import { ParameterReader, type Values } from './parameters.ts'
import { decodePercent } from './query.ts'

/** `/api/workouts/{id}` as Elysia spells it: `/api/workouts/:id`. */
export function routePattern(path: string): string {
  return path.replaceAll(/\{([^}]+)\}/g, ':$1')
}

/**
 * Parses the parameters from the path itself, because routers decode differently. `undefined` if the path
 * has none.
 */
export function pathReader(
  template: string,
  parameters: readonly Parameter[],
): ((path: string, problems: FieldProblems) => Values) | undefined {
  if (parameters.length === 0) return undefined
  const segments = template.split('/')
  const readers = parameters.map((parameter) => {
    const position = segments.indexOf(`{${parameter.name}}`)
    if (position === -1) throw new Error(`${template} has no parameter ${parameter.name}`)
    return { position, reader: new ParameterReader(parameter, 'parameter') }
  })
  return (path, problems) => {
    const pathSegments = path.split('/')
    const values: Values = {}
    for (const { position, reader } of readers) {
      values[reader.parameter.name] = reader.read(decodePercent(pathSegments[position] ?? ''), problems)
    }
    return values
  }
}
