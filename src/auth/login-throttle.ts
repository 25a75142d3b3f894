import { RateLimiterMemory } from 'rate-limiter-flexible'
import { RecentMap } from './recent-map.ts'

/** So many failed attempts in one window. */
export interface ThrottleLimits {
  /** On one account from one network. */
  readonly pair: number
  /** From one network, on whatever accounts. */
  readonly network: number
  /** On one account from all networks that it was never logged in to from. */
  readonly account: number
  readonly windowSeconds: number
}

/**
 * What guessing costs. Ten guesses a quarter of an hour are 350,000 a year, hopeless against a password that isn't a
 * common one; a hundred keep a botnet from having ten for each of its addresses.
 */
export const loginLimits: ThrottleLimits = { pair: 10, network: 30, account: 100, windowSeconds: 15 * 60 }

/** Networks that an account was logged in to from; of all accounts together. */
const keptNetworks = 10_000

/** One try at a password, counted as a failure until it is told otherwise. */
export interface Attempt {
  /** The password was right: the account's count starts anew, and the network's is as before. */
  succeeded(): Promise<void>
}

/** Slows down the guessing of passwords. */
export interface LoginThrottle {
  /** Counts a try on an account from a network: go on, or how many whole seconds to wait. */
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
 * The tight limit is on an account from one network, so that somebody who guesses locks out himself and not the owner. An
 * attack from many networks meets the limit on the account as a whole; networks from which its password was given rightly
 * before don't fall under that one, so that it can't keep the owner from their own devices either. An attempt is counted
 * before the password is looked at: many at once don't get past the limit. A refused one costs no hashing.
 */
export function createLoginThrottle(limits: ThrottleLimits = loginLimits): LoginThrottle {
  const pairs = limiter(limits.pair, limits.windowSeconds)
  const networks = limiter(limits.network, limits.windowSeconds)
  const accounts = limiter(limits.account, limits.windowSeconds)
  const owners = new RecentMap<string, true>(keptNetworks)

  return {
    async attempt(account, network) {
      const pair = `${network} ${account}`
      const counters = [
        // First: past its limit, an attacker can't fill the memory with names of accounts.
        { counter: networks, key: network },
        { counter: pairs, key: pair },
        ...(owners.get(pair) ? [] : [{ counter: accounts, key: account }]),
      ]
      for (const [place, { counter, key }] of counters.entries()) {
        const result = await counter.penalty(key)
        if (result.consumedPoints <= counter.points) continue
        // Nothing was tried: who knocks at a closed door must not close it for the others of his network.
        for (const passed of counters.slice(0, place)) await passed.counter.reward(passed.key)
        return { retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) }
      }
      return {
        async succeeded() {
          owners.set(pair, true)
          // Of the network only this attempt: else a login to one's own account would pay for guesses at others.
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
