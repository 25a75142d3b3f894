import { Contract } from './contract.ts'
import { lintConventions } from './conventions/lint.ts'
import { emitClient } from './emit/client.ts'
import { emitOperationFacts } from './emit/operation-facts.ts'
import { emitOperations } from './emit/operations.ts'
import { emitSchemas } from './emit/schemas.ts'
import { header } from './emit/source.ts'
import { emitTypes } from './emit/types.ts'
import { modelOf } from './model-of.ts'

/** The files of `generated/`. */
export const generatedFiles = ['types.ts', 'schemas.ts', 'operations.ts', 'client.ts'] as const

/** The text of each generated file. */
export type GeneratedTexts = Readonly<Record<(typeof generatedFiles)[number], string>>

/**
 * Generates all files from a contract. The same contract yields the same bytes.
 *
 * @param file the contract's name, for messages and the first line of each output
 * @param options.conventions whether the contract must also follow this project's conventions
 * @throws ContractError for invalid YAML, or else as `modelOf` does, or else with all violations of the conventions
 */
export async function generate(
  file: string,
  text: string,
  { conventions = false }: { readonly conventions?: boolean } = {},
): Promise<GeneratedTexts> {
  const contract = new Contract(file, text)
  const model = modelOf(contract)
  if (conventions) lintConventions(contract, model)
  const fileHeader = header(file)
  return {
    'types.ts': fileHeader + (await emitTypes(contract)) + emitOperationFacts(model),
    'schemas.ts': fileHeader + emitSchemas(model),
    'operations.ts': fileHeader + emitOperations(model),
    'client.ts': fileHeader + emitClient(model),
  }
}
