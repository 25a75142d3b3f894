import type { Contract } from '../contract.ts'
import type { Operation, RequestBody, ValidateEach } from '../model.ts'
import type { Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'

/**
 * `x-validate-each` names a required list in a JSON body; all of its items must have the named id, with
 * the same schema, so that an invalid item can be identified.
 */
export function lintValidateEach(
  contract: Contract,
  operations: readonly Operation[],
  schemas: Schemas,
): void {
  for (const { requestBody } of operations) {
    if (requestBody?.validateEach) lintOne(contract, requestBody, requestBody.validateEach, schemas)
  }
}

function lintOne(
  contract: Contract,
  { required, content }: RequestBody,
  each: ValidateEach,
  schemas: Schemas,
): void {
  const [media, ...more] = content
  if (!required || more.length > 0 || media?.mediaType !== 'application/json') {
    contract.report(each.path, 'needs a required JSON body')
    return
  }
  const list = memberOf(media.schema, each.list, schemas)
  if (list?.kind !== 'array') {
    contract.report([...each.path, 'list'], 'must name a required member of the body that is an array')
    return
  }
  if (list.uniqueItems) contract.report([...each.path, 'list'], 'uniqueItems cannot be checked item by item')
  const items = schemas.resolve(list.items)
  const variants =
    items?.kind === 'oneOf' ? items.branches.map(({ name }) => schemas.get(name)?.schema) : [items]
  const ids = variants.map((variant) => variant && idOf(variant, each.id, schemas))
  if (ids.some((id) => id === undefined || id !== ids[0])) {
    contract.report([...each.path, 'id'], 'must be a string property of every item, with the same schema')
  }
}

/** The schema of a required member of an object. */
function memberOf(schema: Schema, name: string, schemas: Schemas): Schema | undefined {
  const object = schemas.resolve(schema)
  if (object?.kind !== 'object') return undefined
  const member = object.properties.find((property) => property.name === name && property.required)
  return member && schemas.resolve(member.schema)
}

function idOf(item: Schema, name: string, schemas: Schemas): Schema | undefined {
  const id = memberOf(item, name, schemas)
  return id?.kind === 'string' ? id : undefined
}
