const style = [
  ':root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}',
  'body{max-width:24rem;margin:4rem auto;padding:0 1rem}',
  'label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}',
  'input,button{margin:.5rem 0 1rem;padding:.75rem}',
].join('')

/**
 * Removes the token from the address bar and sends it with the new password. The URL is relative, so that
 * it also works behind a proxy that adds a path prefix.
 */
const script = `
const token = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const form = document.querySelector('form')
const status = document.querySelector('[role=status]')
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  status.textContent = ''
  form.querySelector('button').disabled = true
  try {
    const response = await fetch('api/auth/reset', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, newPassword: form.elements.password.value }),
    })
    if (response.ok) {
      form.hidden = true
      status.textContent = 'Your new password is set. Log in with it.'
      return
    }
    const problem = await response.json()
    const fieldError = problem.errors?.find(({ pointer }) => pointer === '/newPassword')
    const isBadLink = problem.errors?.some(({ pointer }) => pointer === '/token')
    status.textContent = fieldError
      ? 'The password ' + fieldError.message.charAt(0).toLowerCase() + fieldError.message.slice(1)
      : isBadLink ? 'This link is incomplete. Copy all of it.' : problem.detail
  } catch {
    status.textContent = 'The server cannot be reached. Try again.'
  }
  form.querySelector('button').disabled = false
})
`

const hashOf = (text: string) => `'sha256-${new Bun.CryptoHasher('sha256').update(text).digest('base64')}'`

/** Allows the page's own style and script and requests to this server, and nothing else. */
export const resetPagePolicy = [
  "default-src 'none'",
  'img-src data:',
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page behind the link of `bun run user reset`. */
export const resetPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>New password · Replog</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<h1>New password</h1>
<form>
<label for="password">At least 12 characters. Several unrelated words work best.</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="12" required autofocus>
<button>Set the password</button>
</form>
<p role="status"></p>
<script>${script}</script>
</html>
`
