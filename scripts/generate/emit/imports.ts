import { call, record } from './source.ts'

const typeboxNames = ['CloneType', 'Static', 'Type'] as const
const jsonSchemaNames = ['allOf', 'distinct', 'file', 'openObject', 'text'] as const
const memberRuleNames = ['withCases', 'withRules'] as const

type Name =
  | (typeof typeboxNames)[number]
  | (typeof jsonSchemaNames)[number]
  | (typeof memberRuleNames)[number]

/** Names that the source of schemas may use; a file imports only those that it uses. */
export class Imports {
  readonly #used = new Set<Name>()

  use(name: Name): Name {
    this.#used.add(name)
    return name
  }

  /** `Type.Name(args, { options })` */
  type(
    name: string,
    args: readonly string[],
    options: Readonly<Record<string, string | undefined>> = {},
  ): string {
    const source = record(options)
    return call(`${this.use('Type')}.${name}`, source === '{}' ? args : [...args, source])
  }

  /** Import declarations, for a file of `generated/`. */
  get source(): string {
    const typebox = typeboxNames.filter((name) => this.#used.has(name))
    const jsonSchema = jsonSchemaNames.filter((name) => this.#used.has(name))
    const rules = memberRuleNames.filter((name) => this.#used.has(name))
    const specifiers = typebox.map((name) => (name === 'Static' ? 'type Static' : name))
    return [
      typebox.length > 0 ? `import { ${specifiers.join(', ')} } from '@sinclair/typebox'\n` : '',
      jsonSchema.length > 0
        ? `import { ${jsonSchema.join(', ')} } from '../src/http/validation/json-schema.ts'\n`
        : '',
      rules.length > 0
        ? `import { ${rules.join(', ')} } from '../src/http/validation/member-rules.ts'\n`
        : '',
    ].join('')
  }
}
