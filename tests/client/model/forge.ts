import type { Schemas } from '#generated/types.ts'
import type { Backend } from './backend.ts'
import type { Line } from './network.ts'
import { Violation } from './oracle.ts'

/**
 * Repeats a device's last push with changed values. The server must reject each mutation that it has already applied.
 */
export async function forge({ lastPush }: Line, backend: Backend): Promise<void> {
  if (!lastPush) return
  const { request, response } = lastPush
  const pushed: Schemas['SyncPush'] = await request.clone().json()
  const { results }: Schemas['SyncPushed'] = await response.clone().json()
  const mutations = pushed.mutations.flatMap((mutation, index) => {
    const wasApplied = results[index]?.outcome === 'applied'
    return wasApplied && mutation.value
      ? [{ ...mutation, value: { ...mutation.value, notes: 'forged' } }]
      : []
  })
  if (mutations.length === 0) return
  const { headers } = request
  const body = JSON.stringify({ ...pushed, mutations })
  const forged = await backend.handle(new Request(request.url, { method: 'POST', headers, body }))
  // The session may have ended in the meantime.
  if (!forged.ok) return
  const pushedAgain: Schemas['SyncPushed'] = await forged.json()
  const accepted = pushedAgain.results.find((result) => result.outcome !== 'rejected')
  if (accepted)
    throw new Violation(`a mutation was accepted with the id of another one: ${JSON.stringify(accepted)}`)
}
