import type { Defect } from './contract-error.ts'
import { isObject, type Json, type Path, parsePointer, pointer } from './json.ts'
import { readYaml } from './yaml.ts'

/** An example or default value in the contract, and the schema that it must satisfy. */
export interface Sample {
  readonly value: ContractNode
  readonly schema: Path
}

/** The parsed contract, and the defects found so far. */
export class Contract {
  readonly file: string
  readonly text: string
  readonly json: Json
  readonly defects: Defect[] = []
  readonly samples: Sample[] = []
  readonly #lines: ReadonlyMap<string, number>

  /** @throws ContractError if the text isn't JSON written as YAML. */
  constructor(file: string, text: string) {
    const { json, lines } = readYaml(file, text)
    this.file = file
    this.text = text
    this.json = json
    this.#lines = lines
  }

  get root(): ContractNode {
    return new ContractNode(this, [], this.json)
  }

  /** Records a defect at a path. */
  report(path: Path, message: string): void {
    this.#add({ file: this.file, line: this.lineOf(path), path: pointer(path), message })
  }

  /** Records a defect of the text itself. */
  reportLine(line: number, message: string): void {
    this.#add({ file: this.file, line, path: '#', message })
  }

  /** The line of a path, or of its nearest existing ancestor; from 1. */
  lineOf(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const line = this.#lines.get(pointer(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return 1
  }

  #add(defect: Defect): void {
    // Shared parts are read once per operation that uses them, so their defects are found repeatedly.
    if (!this.defects.some((reported) => Bun.deepEquals(reported, defect))) this.defects.push(defect)
  }
}

/** A location in the contract and its value, which is undefined if the location doesn't exist. */
export class ContractNode {
  readonly contract: Contract
  readonly path: Path
  readonly value: Json | undefined

  constructor(contract: Contract, path: Path, value: Json | undefined) {
    this.contract = contract
    this.path = path
    this.value = value
  }

  /** The last segment of the path. */
  get key(): string {
    return String(this.path.at(-1) ?? '')
  }

  get isPresent(): boolean {
    return this.value !== undefined
  }

  report(message: string): void {
    this.contract.report(this.path, message)
  }

  at(key: string): ContractNode {
    const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined
    return new ContractNode(this.contract, [...this.path, key], value)
  }

  /** The members of an object; reports anything else that exists. */
  members(): ContractNode[] {
    if (isObject(this.value)) return Object.keys(this.value).map((key) => this.at(key))
    if (this.isPresent) this.report('must be an object')
    return []
  }

  /** The items of an array; reports anything else that exists. */
  items(): ContractNode[] {
    const { value } = this
    if (Array.isArray(value)) {
      return value.map((item, index) => new ContractNode(this.contract, [...this.path, index], item))
    }
    if (this.isPresent) this.report('must be an array')
    return []
  }

  /** The string at this location; `''` if it is invalid, which is reported. */
  text(): string {
    if (typeof this.value === 'string' && this.value !== '') return this.value
    this.report(this.isPresent ? 'must be a non-empty string' : 'is missing')
    return ''
  }

  /** The boolean at this location, or `fallback` if there is none or it is invalid, which is reported. */
  flag(fallback: boolean): boolean {
    if (this.value === undefined) return fallback
    if (typeof this.value === 'boolean') return this.value
    this.report('must be true or false')
    return fallback
  }

  /** The number at this location; undefined if there is none or it is invalid, which is reported. */
  number(): number | undefined {
    if (this.value === undefined || typeof this.value === 'number') return this.value
    this.report('must be a number')
    return undefined
  }

  /** Reports each member that isn't among `keys`, so that nothing unsupported is ignored. `context` says where. */
  rejectOtherKeys(keys: readonly string[], context: string): void {
    for (const member of this.members()) {
      if (!keys.includes(member.key)) member.report(`not supported by the generator in ${context}`)
    }
  }

  /** The final target if this is a `$ref`, which may refer to another one; otherwise this location. */
  follow(section: string): ContractNode {
    const seen = new Set<string>()
    let node: ContractNode = this
    while (isObject(node.value) && Object.hasOwn(node.value, '$ref')) {
      const target = node.target(section)
      if (!target) return new ContractNode(this.contract, node.path, undefined)
      if (seen.has(pointer(target.path))) {
        node.report('the reference refers to itself')
        return new ContractNode(this.contract, node.path, undefined)
      }
      seen.add(pointer(target.path))
      node = target
    }
    return node
  }

  /** The location that this object's `$ref` refers to; it must exist in `#/components/<section>`. */
  target(section: string): ContractNode | undefined {
    const reference = this.at('$ref')
    const path = parsePointer(reference.text())
    if (path?.length !== 3 || path[0] !== 'components' || path[1] !== section) {
      reference.report(`must be a reference into #/components/${section}`)
      return undefined
    }
    const target = path.reduce<ContractNode>((node, segment) => node.at(String(segment)), this.contract.root)
    if (target.isPresent) return target
    reference.report(`there is no ${pointer(path)}`)
    return undefined
  }
}
