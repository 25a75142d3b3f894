import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'
import type { NamedSchema } from '../schema.ts'
import { readOperation } from './operation.ts'
import { readParameter } from './parameter.ts'
import { readHeader, readResponse } from './response.ts'
import { readSchema } from './schema.ts'

const documentKeys = ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components', 'externalDocs']
const componentKeys = ['schemas', 'parameters', 'headers', 'responses', 'examples', 'securitySchemes']
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
/** Names that `generated/schemas.ts` uses for other things. */
const reservedNames = ['Type', 'Static', 'Equal', 'Expect', 'Agreement', 'CloneType']

/** The whole document: https://spec.openapis.org/oas/v3.1.1#openapi-object */
export function readDocument(contract: Contract): { schemas: NamedSchema[]; operations: Operation[] } {
  const { root } = contract
  root.rejectOtherKeys(documentKeys, 'the document')
  if (!root.at('openapi').text().startsWith('3.1.')) root.at('openapi').report('must be 3.1')
  const security = root.at('security')
  if (security.items().length > 0 || !security.isPresent) {
    security.report('must be [], so that each operation declares its own security')
  }
  return { schemas: readComponents(contract), operations: readPaths(contract) }
}

function readComponents({ root }: Contract): NamedSchema[] {
  const components = root.at('components')
  components.rejectOtherKeys(componentKeys, 'components')
  // Unused components are also read, so that everything in the contract is checked.
  for (const parameter of components.at('parameters').members()) readParameter(parameter)
  for (const header of components.at('headers').members()) readHeader(header)
  for (const response of components.at('responses').members()) readResponse(response, 0)
  return components
    .at('schemas')
    .members()
    .map((node) => {
      if (!/^[A-Z][A-Za-z0-9]*$/.test(node.key)) node.report('the name of a schema must be in PascalCase')
      if (reservedNames.includes(node.key)) node.report('this name is taken in generated/schemas.ts')
      node.follow('schemas')
      const description = node.at('description')
      return {
        name: node.key,
        ...(description.isPresent && { description: description.text() }),
        schema: readSchema(node),
      }
    })
}

function readPaths({ root }: Contract): Operation[] {
  const tags = root
    .at('tags')
    .items()
    .map((tag) => tag.at('name').text())
  return root
    .at('paths')
    .members()
    .flatMap((item) => {
      item.rejectOtherKeys([...methods, 'parameters'], 'a path')
      return methods.flatMap((method) => {
        const operation = item.at(method)
        return operation.isPresent ? [readOperation(operation, method, item, tags)] : []
      })
    })
}
