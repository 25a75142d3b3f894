import fc from 'fast-check'
import { declaredOperations, nodeOf } from '#tests/support/contract.ts'
import { contractRequests } from './contract-requests.ts'
import type { FuzzRequest } from './request.ts'
import { wildRequests } from './wild-requests.ts'

/** These take long (hashing passwords, reading large texts) or end what the others need. */
const rare = new Set([
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

/** These have no variable parts. */
const plain = new Set([
  'validateSession',
  'getLiveness',
  'getReadiness',
  'listMuscles',
  'listSessions',
  'exportMe',
])

/** All except those with a file, which arbitrary values rarely match; wild requests cover those, too. */
const takingJson = declaredOperations.filter(({ node }) => {
  const content = nodeOf(nodeOf(node.requestBody).content)
  return !('multipart/form-data' in content)
})

/** Requests for every operation, most of them valid, some corrupted at one location, some wild. */
export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 40, arbitrary: wildRequests },
  ...takingJson.map(({ id, path }) => ({
    weight: rare.has(id) ? 1 : plain.has(id) ? 3 : /^(create|replace|restore)/.test(id) ? 40 : 12,
    arbitrary: contractRequests(id, path),
  })),
)
