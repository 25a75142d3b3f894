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
export const FILES = ['types.ts', 'schemas.ts', 'operations.ts', 'client.ts'] as const

/** The text of each generated file. */
export type Generated = Readonly<Record<(typeof FILES)[number], string>>

/**
 * Generates all files from a contract. The same contract yields the same bytes.
 *
 * @param file its name, for messages and the first line of each output
 * @param options.conventions whether the contract must also follow this project's conventions
 * @throws ContractError with every defect of the contract
 */
export async function generate(
  file: string,
  text: string,
  { conventions = false }: { readonly conventions?: boolean } = {},
): Promise<Generated> {
  const contract = new Contract(file, text)
  const model = modelOf(contract)
  if (conventions) lintConventions(contract, model)
  const head = header(file)
  return {
    'types.ts': head + (await emitTypes(contract)) + emitOperationFacts(model),
    'schemas.ts': head + emitSchemas(model),
    'operations.ts': head + emitOperations(model),
    'client.ts': head + emitClient(model),
  }
}
