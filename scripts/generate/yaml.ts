import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { ContractError, type Defect } from './contract-error.ts'
import { type Json, type Path, pointer } from './json.ts'

const notJson = 'anchors, aliases, tags and NaN have no JSON equivalent: write the value itself'

/** A document, and the line number (from 1) of each part, by JSON Pointer. */
export interface LocatedJson {
  readonly json: Json
  readonly lines: ReadonlyMap<string, number>
}

/**
 * Parses YAML 1.2 as the equivalent JSON, with the location of each part.
 *
 * @throws ContractError for invalid YAML, repeated keys, and anything without a JSON equivalent: anchors, tags, NaN.
 */
export function readYaml(file: string, text: string): LocatedJson {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, version: '1.2' })
  const defects: Defect[] = []
  const lines = new Map<string, number>()
  const lineAt = (offset: number) => counter.linePos(offset).line
  const reject = (node: Node | null, path: Path, message: string): null => {
    const line = node?.range ? lineAt(node.range[0]) : (lines.get(pointer(path.slice(0, -1))) ?? 1)
    defects.push({ file, line, path: pointer(path), message })
    return null
  }

  const read = (node: Node | null, path: Path): Json => {
    if (node?.range && !lines.has(pointer(path))) lines.set(pointer(path), lineAt(node.range[0]))
    if (node?.tag && !/:(map|seq)$/.test(node.tag)) return reject(node, path, notJson)
    if (isSeq<Node | null>(node) && !node.anchor)
      return node.items.map((item, index) => read(item, [...path, index]))
    if (isMap<Node, Node | null>(node) && !node.anchor) {
      return Object.fromEntries(
        node.items.map(({ key, value }): [string, Json] => {
          if (!isScalar(key)) return ['', reject(node, path, 'a key must be a string')]
          const memberPath = [...path, String(key.value)]
          lines.set(pointer(memberPath), lineAt(key.range?.[0] ?? 0))
          return [String(key.value), read(value, memberPath)]
        }),
      )
    }
    if (isScalar(node) && !node.anchor) {
      const { value } = node
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (typeof value === 'number' && Number.isFinite(value)) return value
    }
    return node === null ? null : reject(node, path, notJson)
  }

  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    defects.push({ file, line: lineAt(pos[0]), path: '#', message: message.split('\n')[0] ?? message })
  }
  const json = defects.length === 0 ? read(document.contents, []) : null
  if (defects.length > 0) throw new ContractError(defects)
  return { json, lines }
}
