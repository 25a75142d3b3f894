import fc from 'fast-check'
import { declaredOperations, nodeOf } from '#tests/support/contract.ts'
import { contractRequests } from './contract-requests.ts'
import type { FuzzRequest } from './request.ts'
import { wildRequests } from './wild-requests.ts'

/**
 * Operations to send rarely: they take long (hashing passwords, reading long text) or end a session or
 * an account that other requests need.
 */
const rareOperations = new Set([
  'register',
  'login',
  'changePassword',
  'logout',
  'deleteMe',
  'endSession',
  'getContractYaml',
  'getContractJson',
  'getReference',
  'getReferenceAsset',
  'getRoot',
  'getServiceWorker',
  'getAppAsset',
  'getMetrics',
])

/** Operations whose requests do not vary. */
const constantOperations = new Set([
  'validateSession',
  'getLiveness',
  'getReadiness',
  'listMuscles',
  'listSessions',
  'exportMe',
])

/** The operations that accept no file. The others get only wild requests, as arbitrary values are rarely a file. */
const withoutFile = declaredOperations.filter(({ node }) => {
  const content = nodeOf(nodeOf(node.requestBody).content)
  return !('multipart/form-data' in content)
})

/** Requests for every operation, most of them valid, some corrupted at one location, some wild. */
export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 40, arbitrary: wildRequests },
  ...withoutFile.map(({ id, path }) => ({
    weight: rareOperations.has(id)
      ? 1
      : constantOperations.has(id)
        ? 3
        : /^(create|replace|restore)/.test(id)
          ? 40
          : 12,
    arbitrary: contractRequests(id, path),
  })),
)
