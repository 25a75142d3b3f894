import type { Schemas } from '#generated/types.ts'

/** Creates an account. Returns its access token, which is valid for 15 minutes. */
export async function register(url: string, email: string): Promise<string> {
  const body: Schemas['Registration'] = {
    email,
    password: 'five by five on three days',
    timeZone: 'Europe/Berlin',
  }
  const response = await fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status !== 201) throw new Error(`failed to create an account: ${await response.text()}`)
  // The contract's response for 201.
  const { accessToken } = (await response.json()) as Schemas['Tokens']
  return accessToken
}

/** Sends or requests JSON. Throws unless it succeeds. */
export async function call<Body>(url: string, token: string, body?: unknown): Promise<Body> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  // The caller specifies the contract's response type.
  return (await response.json()) as Body
}
