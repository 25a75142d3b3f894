/** What Chromium offers so that a page can ask to be installed. */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | undefined

// It comes once, at any time: pages show it when they are opened, so that it moves nothing under the reader.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  // Browsers that know this event give it these members.
  offer = event as InstallOffer
})

/** The offer of the browser, if it has made one. */
export const installOffer = (): InstallOffer | undefined => offer
