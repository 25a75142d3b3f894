/** What is still to be mended. */
export const knownViolations: readonly string[] = [
  'generated/schemas.ts -> src/http/contract-types.ts',
  'src/http/validation/field-problems.ts -> src/http/contract-types.ts',
  'src/http/validation/field-problems.ts -> src/http/response/problem.ts',
  'src/http/validation/validate-each.ts -> src/http/contract-types.ts',
  'src/http/validation/validate-each.ts -> src/http/operation.ts',
  'src/http/validation/validate-each.ts -> src/http/request/json.ts',
  'src/services/auth/authenticate.ts -> src/http/binder-deps.ts',
  'generated/operations.ts <-> generated/schemas.ts <-> src/http/contract-types.ts',
  'src/training/records/history-fold.ts <-> src/training/records/history.ts',
]
