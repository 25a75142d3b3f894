import type { Schemas } from '#generated/types.ts'

/** Creates an account. Resolves to its access token. */
export async function registerAt(url: string, name: string): Promise<string> {
  const account: Schemas['Registration'] = {
    email: `${name}@example.com`,
    password: 'five by five on three days',
    timeZone: 'Europe/Berlin',
  }
  const response = await fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  })
  if (response.status !== 201) throw new Error(`failed to create an account: ${await response.text()}`)
  // The contract's response for 201.
  return ((await response.json()) as Schemas['Tokens']).accessToken
}
