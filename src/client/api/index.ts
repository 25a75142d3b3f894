/**
 * `replog/client/api`: the typed client of the API alone, without anything kept on the device, and the types
 * of the contract.
 */
export {
  createReplogClient,
  type ReplogClient,
  type ReplogClientOptions,
} from '#generated/client.ts'
export type { components, operations, paths, Schemas } from '#generated/types.ts'
