import { RateLimiterMemory } from 'rate-limiter-flexible'
import { StrangerQueue } from './stranger-queue.ts'

/** How many attempts may fail within one window. */
export interface ThrottleLimits {
  /** On one account from one network. */
  readonly pair: number
  /** From one network, on any account. */
  readonly network: number
  /** On one account, from all networks together that it has never been used from. */
  readonly account: number
  readonly windowSeconds: number
}

/**
 * What guessing costs. Ten guesses every fifteen minutes are 350,000 a year, which is hopeless against a
 * password that takes ten billion; a hundred keep a botnet from getting ten for each of its addresses.
 */
export const loginLimits: ThrottleLimits = { pair: 10, network: 30, account: 100, windowSeconds: 15 * 60 }

/** Who tries a password, on which account. */
export interface LoginSource {
  /** The account's key, whether or not there is one: see `emailKeyOf`. */
  readonly account: string
  /** As returned by `networkOf`. */
  readonly network: string
  /** Whether the account has been used from this network before, or the caller has a session of it. */
  readonly isKnown: boolean
}

/** It was refused without a look at the password. */
export interface Throttled {
  readonly kind: 'throttled'
  readonly retryAfterSeconds: number
}

/** One attempt at a password, counted as a failure until told otherwise. */
export interface Attempt {
  readonly kind: 'attempt'
  /**
   * The password was right: the count of this account and network starts over, and the others are as they were
   * before this attempt.
   */
  succeeded(): Promise<void>
}

/** Slows down the guessing of passwords. */
export interface LoginThrottle {
  /** Counts an attempt. */
  attempt(source: LoginSource): Promise<Attempt | Throttled>
  /** Forgets the attempts on an account whose password was replaced, and those from its owner's network on it. */
  forgive(account: string, network: string): Promise<void>
}

/** A throttle that lets everything through. */
export const noThrottle: LoginThrottle = {
  async attempt() {
    return { kind: 'attempt', async succeeded() {} }
  },
  async forgive() {},
}

/**
 * Counts failed logins in memory: one process serves one database, and a restart forgives.
 *
 * The tight limit is per account and network, so that whoever guesses locks out themselves and not the owner.
 * An attack from many networks is spaced out over the account as a whole; networks from which the account has
 * been used are exempt, so that an attack can't lock the owner's own devices out. An attempt is counted before
 * the password is verified, so that many at once can't slip past the limit. A refused one costs no hashing.
 */
export function createLoginThrottle(
  limits: ThrottleLimits = loginLimits,
  now: () => number = Date.now,
): LoginThrottle {
  const pairs = limiter(limits.pair, limits.windowSeconds)
  const networks = limiter(limits.network, limits.windowSeconds)
  const strangers = new StrangerQueue(limits.account, limits.windowSeconds * 1000)
  const pairOf = (account: string, network: string) => `${network} ${account}`

  return {
    async attempt({ account, network, isKnown }) {
      const pair = pairOf(account, network)
      // The network first: past its limit, an attacker can't fill the memory with account names.
      const ofNetwork = await networks.penalty(network)
      if (ofNetwork.consumedPoints > limits.network) return throttled(ofNetwork.msBeforeNext)
      const ofPair = await pairs.penalty(pair)
      // A refused attempt is none: one on a locked account must not lock out the rest of the network.
      if (ofPair.consumedPoints > limits.pair) {
        await networks.reward(network)
        return throttled(ofPair.msBeforeNext)
      }
      const wait = isKnown ? 0 : strangers.waitOf(account, network, now())
      if (wait > 0) {
        await networks.reward(network)
        await pairs.reward(pair)
        return throttled(wait)
      }
      return {
        kind: 'attempt',
        async succeeded() {
          // Only this attempt: otherwise logging in to one's own account would pay for guesses at others.
          await networks.reward(network)
          await pairs.delete(pair)
          if (!isKnown) strangers.giveBack(account)
        },
      }
    },

    async forgive(account, network) {
      await pairs.delete(pairOf(account, network))
      strangers.forget(account)
    },
  }
}

function throttled(waitMs: number): Throttled {
  return { kind: 'throttled', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}

function limiter(points: number, duration: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration, keyPrefix: '' })
}
