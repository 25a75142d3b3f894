/** The addresses in the app's page. */
export interface PageAddresses {
  readonly script: string
  /** Required by the first script. */
  readonly sharedScript: string
  /** The script of the worker that computes figures. */
  readonly figures: string
  readonly style: string
  readonly font: string
  readonly icon: string
  readonly touchIcon: string
  readonly manifest: string
}

const description = 'Log what you lift, offline and without an account.'

/** Shown while the log can't be opened. */
const unreadable =
  'The browser doesn’t let Replog read what this device has stored. Replog hasn’t deleted anything and keeps trying. ' +
  'If this goes on, restart the browser, and check that it allows this site to store data.'

/** Shown in browsers that aren't supported: the style sheet hides it in those with `light-dark()` and `:has()`. */
const tooOld =
  'Replog needs a newer browser: Chrome or Edge 123, Safari 17.5, Firefox 121, or later. What you have logged stays ' +
  'on this device.'

/** The app's page. Its script does everything else. */
export const appPage = ({
  script,
  sharedScript,
  figures,
  style,
  font,
  icon,
  touchIcon,
  manifest,
}: PageAddresses): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Replog</title>
<meta name="description" content="${description}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f5f1">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0b0d0c">
<meta name="figures" content="${figures}">
<link rel="manifest" href="${manifest}">
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${touchIcon}">
<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${style}">
<link rel="modulepreload" href="${sharedScript}">
<script type="module" src="${script}"></script>
</head>
<body class="app">
<noscript>Replog needs JavaScript.</noscript>
<p class="old">${tooOld}</p>
<main class="page" role="alert" hidden>
<h1>Can’t read your log</h1>
<p class="soft">${unreadable}</p>
</main>
</body>
</html>
`

/** The app's manifest, given the addresses of its icons. */
export function appManifest(icons: { readonly svg: string; readonly small: string; readonly large: string }) {
  return {
    id: '/',
    name: 'Replog',
    short_name: 'Replog',
    description,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#0b0d0c',
    theme_color: '#0b0d0c',
    categories: ['fitness', 'health', 'sports'],
    icons: [
      { src: icons.svg, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: icons.small, sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: icons.large, sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
    shortcuts: [
      { name: 'Start a workout', url: '/#/workout/new' },
      { name: 'History', url: '/#/history' },
    ],
  }
}

/**
 * The Content-Security-Policy: allows only the app's own host, and never strings as code.
 *
 * @see https://www.w3.org/TR/trusted-types/
 */
export const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types replog',
].join('; ')
