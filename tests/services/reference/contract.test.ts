import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { contractDocument, contractYaml } from '#services/reference/contract.ts'

const yamlFile = readFileSync(join(import.meta.dir, '../../../openapi.yaml'))

test('contractYaml returns openapi.yaml byte for byte', async () => {
  expect(Buffer.compare(await contractYaml(), yamlFile)).toBe(0)
})

test('contractDocument equals the parsed YAML, with members in the same order', async () => {
  expect(JSON.stringify(await contractDocument())).toBe(JSON.stringify(parse(yamlFile.toString())))
})
