import { RateLimiterMemory } from 'rate-limiter-flexible'
import { LruMap } from '#lib/lru-map.ts'

/** How many attempts may fail within one window. */
export interface ThrottleLimits {
  /** On one account from one network. */
  readonly pair: number
  /** From one network, on any account. */
  readonly network: number
  /** On one account, from all networks that it has never been logged in to from. */
  readonly account: number
  readonly windowSeconds: number
}

/**
 * What guessing costs. Ten guesses every fifteen minutes are 350,000 a year, which is hopeless against a
 * password that isn't a common one; a hundred keep a botnet from getting ten for each of its addresses.
 */
export const loginLimits: ThrottleLimits = { pair: 10, network: 30, account: 100, windowSeconds: 15 * 60 }

/** How many networks are remembered from which somebody logged in, over all accounts. */
const keptNetworks = 10_000

/** One try at a password, counted as a failure until told otherwise. */
export interface Attempt {
  /**
   * The password was right: the account's count starts over; the network's stays as it was before this try.
   */
  succeeded(): Promise<void>
}

/** Slows down the guessing of passwords. */
export interface LoginThrottle {
  /** Counts a try on an account from a network: go ahead, or how many whole seconds to wait. */
  attempt(account: string, network: string): Promise<Attempt | { readonly retryAfterSeconds: number }>
}

/** A throttle that lets everything through. */
export const noThrottle: LoginThrottle = {
  async attempt() {
    return { async succeeded() {} }
  },
}

/**
 * Counts failed logins in memory: one process serves one database, and a restart forgives.
 *
 * The tight limit is per account and network, so that whoever guesses locks out themselves and not the owner.
 * An attack from many networks runs into the limit of the account as a whole; networks that have logged in to
 * it before are exempt, so that an attack can't lock the owner's own devices out. An attempt is counted
 * before the password is verified, so that many at once can't slip past the limit. A refused one costs no
 * hashing.
 */
export function createLoginThrottle(limits: ThrottleLimits = loginLimits): LoginThrottle {
  const pairs = limiter(limits.pair, limits.windowSeconds)
  const networks = limiter(limits.network, limits.windowSeconds)
  const accounts = limiter(limits.account, limits.windowSeconds)
  const owners = new LruMap<string, true>(keptNetworks)

  return {
    async attempt(account, network) {
      const pair = `${network} ${account}`
      const counters = [
        // First, because past this limit an attacker can't fill the memory with account names.
        { counter: networks, key: network },
        { counter: pairs, key: pair },
        ...(owners.get(pair) ? [] : [{ counter: accounts, key: account }]),
      ]
      for (const [place, { counter, key }] of counters.entries()) {
        const result = await counter.penalty(key)
        if (result.consumedPoints <= counter.points) continue
        // Nothing was tried: an attempt on a locked account must not lock out the rest of the network.
        for (const passed of counters.slice(0, place)) await passed.counter.reward(passed.key)
        return { retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) }
      }
      return {
        async succeeded() {
          owners.set(pair, true)
          // Give the network back this attempt only: otherwise logging in to one's own account would pay for
          // guesses at others.
          await networks.reward(network)
          await pairs.delete(pair)
          await accounts.delete(account)
        },
      }
    },
  }
}

function limiter(points: number, duration: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration, keyPrefix: '' })
}
