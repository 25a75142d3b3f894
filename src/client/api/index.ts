/**
 * `replog/client/api`: only the typed client of the API and the types of the contract, without local storage.
 */
export {
  createReplogClient,
  type ReplogClient,
  type ReplogClientOptions,
} from '#generated/client.ts'
export type { components, operations, paths, Schemas } from '#generated/types.ts'
