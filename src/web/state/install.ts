/** Chromium's event with which a page can offer its installation. */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | undefined

// The event fires once, at any time. Pages read it only when they open, so that nothing moves later.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  // Browsers that know this event give it these members.
  offer = event as InstallOffer
})

/** The browser's install offer, if there is one. */
export const installOffer = (): InstallOffer | undefined => offer
