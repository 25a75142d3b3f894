import { password } from '#tests/support/user.ts'
import { train } from '#tests/web/lifter.ts'

/** Creates an account at a server with a log of some weeks. */
export async function createAccount(
  url: string,
  weeks: number,
): Promise<{ readonly email: string; readonly password: string }> {
  const email = 'ten-years@example.com'
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const post = async (path: string, body: unknown, token?: string) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }
  const { status, text } = await post('/api/auth/register', { email, password, timeZone })
  if (status !== 201) throw new Error(`register: status ${status}: ${text}`)
  const { accessToken } = JSON.parse(text)
  await train({ send: (_, path, sent) => post(path, sent.body, accessToken) }, weeks, Date.now())
  return { email, password }
}
