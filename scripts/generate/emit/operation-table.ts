import type { Path } from '../json.ts'
import type { Content, Header, Model, Operation, Parameter, Response, ValidateEach } from '../model.ts'
import { Imports } from './imports.ts'
import { type Scope, schemaSource } from './schema.ts'
import { comment, list, literal, quote, record } from './source.ts'

const sharedSections = {
  parameters: { type: 'Parameter', doc: 'Parameters shared by several operations.' },
  headers: { type: "ResponseSpec['headers'][string]", doc: 'Headers shared by several responses.' },
  responses: { type: 'ResponseSpec', doc: 'Responses shared by several operations.' },
} as const

type Section = keyof typeof sharedSections

/**
 * The source of the operation table. What the contract declares once under `components` is also emitted
 * once.
 */
export class OperationTable {
  readonly source: string
  readonly #imports = new Imports()
  readonly #scope: Scope
  readonly #shared = { parameters: new Map<string, string>(), headers: new Map(), responses: new Map() }
  #usesSchemas = false

  constructor({ operations, schemas }: Model) {
    const reference = (name: string) => {
      this.#usesSchemas = true
      return `schemas.${name}`
    }
    this.#scope = { schemas, imports: this.#imports, reference }
    this.source = record(
      Object.fromEntries(operations.map((operation) => [operation.id, this.#operationSource(operation)])),
    )
  }

  get imports(): string {
    return this.#imports.source
  }

  get usesSchemas(): boolean {
    return this.#usesSchemas
  }

  /** The types of `operation.ts` used in `shared`, as additional names for an import. */
  get sharedTypes(): string {
    const types = this.#sections().map((section) => sharedSections[section].type.replace(/\[.*/, ''))
    return [...new Set(types)]
      .sort()
      .map((name) => `, ${name}`)
      .join('')
  }

  /** Declarations of everything that `source` refers to, in dependency order. */
  get shared(): string {
    return this.#sections()
      .map((section) => {
        const { type, doc } = sharedSections[section]
        const members = record(Object.fromEntries(this.#shared[section]))
        return `${comment(doc)}const ${section} = ${members} satisfies Record<string, ${type}>\n\n`
      })
      .join('')
  }

  #sections(): Section[] {
    return (['parameters', 'headers', 'responses'] as const).filter(
      (section) => this.#shared[section].size > 0,
    )
  }

  /** A reference to something under `components`, or the source itself for something inside an operation. */
  #referenceOrSource(section: Section, path: Path, write: () => string): string {
    const [root, , name] = path
    if (root !== 'components' || path.length !== 3 || name === undefined) return write()
    const shared = this.#shared[section]
    if (!shared.has(String(name))) shared.set(String(name), write())
    return `${section}.${name}`
  }

  #operationSource(operation: Operation): string {
    const { id, method, url, tag, security, schemes, rateLimit, requestBody, responses } = operation
    const body = requestBody && {
      required: literal(requestBody.required),
      limit: requestBody.limit === undefined ? undefined : literal(requestBody.limit),
      validateEach: requestBody.validateEach && this.#validateEachSource(requestBody.validateEach),
      content: this.#contentSource(requestBody.content),
    }
    return record({
      id: quote(id),
      method: quote(method),
      path: quote(url),
      tag: quote(tag),
      security: quote(security),
      schemes: literal(schemes),
      rateLimit: rateLimit === undefined ? undefined : quote(rateLimit),
      parameters: record({
        path: this.#parametersSource(operation, 'path'),
        query: this.#parametersSource(operation, 'query'),
        header: this.#parametersSource(operation, 'header'),
      }),
      requestBody: body && record(body),
      responses: record(
        Object.fromEntries(responses.map((response) => [response.status, this.#responseSource(response)])),
      ),
    })
  }

  #validateEachSource({ list, id }: ValidateEach): string {
    return record({ list: quote(list), id: quote(id) })
  }

  #parametersSource({ parameters }: Operation, location: Parameter['in']): string {
    const parametersHere = parameters.filter((parameter) => parameter.in === location)
    return list(
      parametersHere.map((parameter) =>
        this.#referenceOrSource('parameters', parameter.path, () => this.#parameterSource(parameter)),
      ),
    )
  }

  #parameterSource({ name, required, coerce, list: style, schema }: Parameter): string {
    return record({
      name: quote(name),
      required: literal(required),
      coerce: quote(coerce),
      list: style && quote(style),
      schema: schemaSource(schema, this.#scope),
    })
  }

  #responseSource(response: Response): string {
    return this.#referenceOrSource('responses', response.path, () =>
      record({
        secret: this.#isSecret(response) ? 'true' : undefined,
        content: response.content.length > 0 ? this.#contentSource(response.content) : undefined,
        headers: record(
          Object.fromEntries(response.headers.map((header) => [header.name, this.#headerSource(header)])),
        ),
      }),
    )
  }

  #isSecret({ content }: Response): boolean {
    const { schemas } = this.#scope
    return content.some(({ schema }) =>
      schemas.reachable(schema).some((inner) => inner.kind === 'string' && inner.secret),
    )
  }

  #headerSource({ required, schema, path }: Header): string {
    return this.#referenceOrSource('headers', path, () =>
      record({ required: literal(required), schema: schemaSource(schema, this.#scope) }),
    )
  }

  #contentSource(content: Content): string {
    return record(
      Object.fromEntries(
        content.map(({ mediaType, schema }) => [mediaType, schemaSource(schema, this.#scope)]),
      ),
    )
  }
}
