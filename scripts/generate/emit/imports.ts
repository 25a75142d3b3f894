import { call, record } from './source.ts'

const TYPEBOX = ['CloneType', 'Static', 'Type'] as const
const OURS = ['allOf', 'distinct', 'file', 'openObject', 'text'] as const
const RULES = ['withCases', 'withRules'] as const

type Name = (typeof TYPEBOX)[number] | (typeof OURS)[number] | (typeof RULES)[number]

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
    const given = record(options)
    return call(`${this.use('Type')}.${name}`, given === '{}' ? args : [...args, given])
  }

  /** Import declarations, for a file of `generated/`. */
  get source(): string {
    const typebox = TYPEBOX.filter((name) => this.#used.has(name))
    const ours = OURS.filter((name) => this.#used.has(name))
    const rules = RULES.filter((name) => this.#used.has(name))
    const spelled = typebox.map((name) => (name === 'Static' ? 'type Static' : name))
    return [
      typebox.length > 0 ? `import { ${spelled.join(', ')} } from '@sinclair/typebox'\n` : '',
      ours.length > 0 ? `import { ${ours.join(', ')} } from '../src/http/validation/json-schema.ts'\n` : '',
      rules.length > 0
        ? `import { ${rules.join(', ')} } from '../src/http/validation/member-rules.ts'\n`
        : '',
    ].join('')
  }
}
