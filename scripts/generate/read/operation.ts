import type { Method } from '#http/operation.ts'
import type { ContractNode } from '../contract.ts'
import { pointer } from '../json.ts'
import type { Operation, Parameter, RequestBody } from '../model.ts'
import { readContent } from './content.ts'
import { readParameter } from './parameter.ts'
import { readResponse } from './response.ts'
import { readCount } from './value.ts'

const bodyMediaType = /^(application\/([a-z0-9.-]+\+)?json|multipart\/form-data)$/

const operationKeys = [
  'operationId',
  'tags',
  'summary',
  'description',
  'security',
  'parameters',
  'requestBody',
  'responses',
  'x-rate-limit',
]

/** https://spec.openapis.org/oas/v3.1.1#operation-object */
export function readOperation(
  node: ContractNode,
  method: Method,
  item: ContractNode,
  tags: readonly string[],
): Operation {
  node.rejectOtherKeys(operationKeys, 'an operation')
  const id = node.at('operationId')
  if (!/^[a-z][A-Za-z0-9]*$/.test(id.text())) id.report('the name of an operation must be in camelCase')
  node.at('description').text()
  const rateLimit = node.at('x-rate-limit')
  return {
    id: id.text(),
    method,
    url: item.key,
    tag: readTag(node.at('tags'), tags),
    summary: node.at('summary').text(),
    ...readSecurity(node.at('security')),
    ...(rateLimit.isPresent && { rateLimit: rateLimit.text() }),
    parameters: readParameters(node, item),
    ...readRequestBody(node.at('requestBody'), method),
    responses: readResponses(node.at('responses')),
    path: node.path,
  }
}

function readTag(node: ContractNode, tags: readonly string[]): string {
  const [tag, ...more] = node.items()
  if (!tag || more.length > 0) {
    node.report('must be one tag')
    return ''
  }
  if (!tags.includes(tag.text())) tag.report("is not one of the document's tags")
  return tag.text()
}

/**
 * Which security schemes an operation accepts, and the scopes that it needs under each
 * (https://spec.openapis.org/oas/v3.1.1#security-requirement-object). Anyone may call it if the list is empty or
 * absent; `{}` in the list makes credentials optional. A scheme with `x-scopes` requires some of them. A scheme with
 * `x-principal: false` has no principal, because its handler checks the token itself.
 */
function readSecurity(node: ContractNode): Pick<Operation, 'security' | 'schemes' | 'declaresSecurity'> {
  const requirements = node.items()
  const schemes: Record<string, readonly string[]> = {}
  for (const requirement of requirements) {
    const [scheme, ...more] = requirement.members()
    if (more.length > 0) requirement.report('must be one scheme; list alternatives separately')
    if (!scheme) continue
    if (scheme.key in schemes) scheme.report('is listed twice')
    const scopes = readScopes(scheme)
    if (schemeOf(scheme).at('x-principal').flag(true)) schemes[scheme.key] = scopes
  }
  const declaresSecurity = node.isPresent
  const schemeCount = Object.keys(schemes).length
  if (schemeCount === 0) return { security: 'none', schemes, declaresSecurity }
  return { security: requirements.length > schemeCount ? 'optional' : 'required', schemes, declaresSecurity }
}

function schemeOf(requirement: ContractNode): ContractNode {
  return requirement.contract.root.at('components').at('securitySchemes').at(requirement.key)
}

function readScopes(requirement: ContractNode): string[] {
  const scheme = schemeOf(requirement)
  const declared = scheme.at('x-scopes')
  if (!scheme.isPresent) requirement.report('is not a security scheme of the document')
  const scopes = requirement.items()
  if (declared.isPresent && scopes.length === 0)
    requirement.report('must list the scopes that the operation needs')
  for (const scope of scopes) {
    if (!declared.at(scope.text()).isPresent) scope.report("is not one of the scheme's x-scopes")
  }
  return scopes.map((scope) => scope.text())
}

/** The path's parameters, then the operation's, which may override them. */
function readParameters(operation: ContractNode, item: ContractNode): Parameter[] {
  const operationParameters = operation.at('parameters').items().map(readParameter)
  const pathParameters = item.at('parameters').items().map(readParameter)
  for (const [index, parameter] of operationParameters.entries()) {
    if (operationParameters.findIndex((other) => isSame(other, parameter)) < index) {
      operation.report(`the ${parameter.in} parameter ${parameter.name} is declared twice`)
    }
  }
  return [
    ...pathParameters.filter((parameter) => !operationParameters.some((other) => isSame(other, parameter))),
    ...operationParameters,
  ]
}

function isSame(a: Parameter, b: Parameter): boolean {
  return a.in === b.in && a.name.toLowerCase() === b.name.toLowerCase()
}

function readRequestBody(node: ContractNode, method: Method): Pick<Operation, 'requestBody'> {
  if (!node.isPresent) return {}
  if (method === 'get' || method === 'delete') node.report(`a ${method} has no body (RFC 9110)`)
  node.rejectOtherKeys(
    ['required', 'description', 'content', 'x-body-limit', 'x-validate-each'],
    'a request body',
  )
  const content = readContent(node.at('content'))
  if (content.length === 0) node.report('must have content')
  for (const media of node.at('content').members()) {
    if (!bodyMediaType.test(media.key)) media.report('a request body must be JSON or multipart/form-data')
  }
  const limit = readCount(node.at('x-body-limit'))
  return {
    requestBody: {
      required: node.at('required').flag(false),
      ...(limit !== undefined && { limit }),
      ...readValidateEach(node.at('x-validate-each')),
      content,
    },
  }
}

/** `{ list, id }`; the linter checks that the body has them. */
function readValidateEach(node: ContractNode): Pick<RequestBody, 'validateEach'> {
  if (!node.isPresent) return {}
  node.rejectOtherKeys(['list', 'id'], 'x-validate-each')
  return { validateEach: { list: node.at('list').text(), id: node.at('id').text(), path: node.path } }
}

function readResponses(node: ContractNode): Operation['responses'] {
  const responses = node.members().map((response) => {
    if (!/^[1-5]\d\d$/.test(response.key)) response.report('must be a single status, not default or 4XX')
    return readResponse(response, Number(response.key))
  })
  if (responses.length === 0) node.report(`${pointer(node.path)} must declare the operation's responses`)
  return responses
}
