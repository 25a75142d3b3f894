import type { Schemas } from '#generated/types.ts'
import type { Backend } from './backend.ts'
import type { Line } from './network.ts'
import { Violation } from './oracle.ts'

/**
 * Sends a device's last push once more with other contents: nothing that was applied before may be accepted.
 */
export async function forge({ lastPush }: Line, backend: Backend): Promise<void> {
  if (!lastPush) return
  const { request, response } = lastPush
  const sent: Schemas['SyncPush'] = await request.clone().json()
  const { results }: Schemas['SyncPushed'] = await response.clone().json()
  const mutations = sent.mutations.flatMap((mutation, index) => {
    const wasApplied = results[index]?.outcome === 'applied'
    return wasApplied && mutation.value
      ? [{ ...mutation, value: { ...mutation.value, notes: 'forged' } }]
      : []
  })
  if (mutations.length === 0) return
  const { headers } = request
  const body = JSON.stringify({ ...sent, mutations })
  const forged = await backend.handle(new Request(request.url, { method: 'POST', headers, body }))
  // The session may have ended meanwhile.
  if (!forged.ok) return
  const judged: Schemas['SyncPushed'] = await forged.json()
  const accepted = judged.results.find((result) => result.outcome !== 'rejected')
  if (accepted)
    throw new Violation(`a mutationId was taken with another content: ${JSON.stringify(accepted)}`)
}
