import type { Method } from '#http/operation.ts'
import type { Cursor } from '../contract.ts'
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
  cursor: Cursor,
  method: Method,
  item: Cursor,
  tags: readonly string[],
): Operation {
  cursor.rejectOtherKeys(operationKeys, 'an operation')
  const id = cursor.at('operationId')
  if (!/^[a-z][A-Za-z0-9]*$/.test(id.text())) id.report('the name of an operation must be in camelCase')
  cursor.at('description').text()
  const rateLimit = cursor.at('x-rate-limit')
  return {
    id: id.text(),
    method,
    url: item.key,
    tag: readTag(cursor.at('tags'), tags),
    summary: cursor.at('summary').text(),
    ...readSecurity(cursor.at('security')),
    ...(rateLimit.isPresent && { rateLimit: rateLimit.text() }),
    parameters: readParameters(cursor, item),
    ...readRequestBody(cursor.at('requestBody'), method),
    responses: readResponses(cursor.at('responses')),
    path: cursor.path,
  }
}

function readTag(cursor: Cursor, tags: readonly string[]): string {
  const [tag, ...more] = cursor.items()
  if (!tag || more.length > 0) {
    cursor.report('must be one tag')
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
function readSecurity(cursor: Cursor): Pick<Operation, 'security' | 'schemes' | 'declaresSecurity'> {
  const requirements = cursor.items()
  const schemes: Record<string, readonly string[]> = {}
  for (const requirement of requirements) {
    const [scheme, ...more] = requirement.members()
    if (more.length > 0) requirement.report('must be one scheme; list alternatives separately')
    if (!scheme) continue
    if (scheme.key in schemes) scheme.report('is listed twice')
    const scopes = readScopes(scheme)
    if (schemeOf(scheme).at('x-principal').flag(true)) schemes[scheme.key] = scopes
  }
  const declaresSecurity = cursor.isPresent
  const schemeCount = Object.keys(schemes).length
  if (schemeCount === 0) return { security: 'none', schemes, declaresSecurity }
  return { security: requirements.length > schemeCount ? 'optional' : 'required', schemes, declaresSecurity }
}

function schemeOf(requirement: Cursor): Cursor {
  return requirement.contract.root.at('components').at('securitySchemes').at(requirement.key)
}

function readScopes(requirement: Cursor): string[] {
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
function readParameters(operation: Cursor, item: Cursor): Parameter[] {
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

function readRequestBody(cursor: Cursor, method: Method): Pick<Operation, 'requestBody'> {
  if (!cursor.isPresent) return {}
  if (method === 'get' || method === 'delete') cursor.report(`a ${method} has no body (RFC 9110)`)
  cursor.rejectOtherKeys(
    ['required', 'description', 'content', 'x-body-limit', 'x-validate-each'],
    'a request body',
  )
  const content = readContent(cursor.at('content'))
  if (content.length === 0) cursor.report('must have content')
  for (const media of cursor.at('content').members()) {
    if (!bodyMediaType.test(media.key)) media.report('a request body must be JSON or multipart/form-data')
  }
  const limit = readCount(cursor.at('x-body-limit'))
  return {
    requestBody: {
      required: cursor.at('required').flag(false),
      ...(limit !== undefined && { limit }),
      ...readValidateEach(cursor.at('x-validate-each')),
      content,
    },
  }
}

/** `{ list, id }`; the linter checks that the body has them. */
function readValidateEach(cursor: Cursor): Pick<RequestBody, 'validateEach'> {
  if (!cursor.isPresent) return {}
  cursor.rejectOtherKeys(['list', 'id'], 'x-validate-each')
  return { validateEach: { list: cursor.at('list').text(), id: cursor.at('id').text(), path: cursor.path } }
}

function readResponses(cursor: Cursor): Operation['responses'] {
  const responses = cursor.members().map((response) => {
    if (!/^[1-5]\d\d$/.test(response.key)) response.report('must be a single status, not default or 4XX')
    return readResponse(response, Number(response.key))
  })
  if (responses.length === 0) cursor.report(`${pointer(cursor.path)} must declare the operation's responses`)
  return responses
}
