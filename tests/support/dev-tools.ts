/** A message from Chromium: the result of a command, by its `id`, or an event. */
export interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A connection to Chromium by the Chrome DevTools Protocol. */
export interface DevTools {
  readonly socket: WebSocket
  send(method: string, params?: object, sessionId?: string): Promise<unknown>
  readonly listeners: Set<(message: Message) => void>
}

/** Connects to a running Chromium. Pending commands reject when it exits. */
export async function connect(address: string): Promise<DevTools> {
  const socket = new WebSocket(address)
  const pendingCommands = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message: Message = JSON.parse(String(data))
    if (message.id === undefined) for (const listen of listeners) listen(message)
    else pendingCommands.get(message.id)?.(message)
  })
  socket.addEventListener('close', () => {
    for (const respond of pendingCommands.values()) respond({ error: { message: 'Chromium exited' } })
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let lastId = 0
  return {
    socket,
    listeners,
    send(method, params = {}, sessionId) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        pendingCommands.set(id, ({ result, error }) => {
          pendingCommands.delete(id)
          if (error) reject(new Error(`${method}: ${error.message}`))
          else resolve(result)
        })
        socket.send(JSON.stringify({ id, method, params, sessionId }))
      })
    },
  }
}
