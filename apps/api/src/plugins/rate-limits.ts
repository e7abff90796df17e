import { partFilter } from '@glossator/contract';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { RateLimits } from '../config.ts';

type Budget = keyof RateLimits;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which budget a route draws from; reading where none is named. */
    budget?: Exclude<Budget, 'read'>;
    /** Lists under a filter are looked for like a search, and draw from its budget. */
    filters?: true;
  }
}

/** Routes that write on behalf of a person. */
export const writing = { budget: 'write' } as const;
/** Routes by which a moderator goes through a queue, as fast as keys are pressed. */
export const moderating = { budget: 'moderation' } as const;
/** Routes that take a password, a token or an address: guessing must be slow. */
export const guessing = { budget: 'credentials', signsIn: true } as const;
/** Routes where somebody signed in proves it once more by the password. */
export const proving = { budget: 'credentials' } as const;

// An IPv6 customer holds a whole /64; counting single addresses would count nothing.
// A request whose sender has gone meanwhile has no address.
export function networkOf(address: string | undefined): string {
  if (address === undefined) return '';
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(':')) return v4 ?? address;
  // One network is written in many ways: zeros may be left out anywhere.
  const [left = [], right = []] = address
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const parts = Object.keys(partFilter);

function budgetOf({ routeOptions, query }: FastifyRequest): Budget {
  const { budget = 'read', filters } = routeOptions.config;
  const asked = query as Readonly<Record<string, unknown>>;
  return filters === true && parts.some((part) => part in asked) ? 'search' : budget;
}

async function plugin(app: FastifyInstance): Promise<void> {
  const budgets = app.settings.rateLimits;
  // Health is asked often and by machines, and knows nobody to count for.
  app.addHook('onRoute', (route) => {
    if (route.config?.public === true) route.config = { ...route.config, rateLimit: false };
  });
  await app.register(rateLimit, {
    global: true,
    // After the session is read, so that a person has one budget wherever they are; before the body
    // is: what is refused has not been parsed.
    hook: 'preParsing',
    timeWindow: '1 minute',
    max: (request: FastifyRequest) => budgets[budgetOf(request)],
    keyGenerator: (request: FastifyRequest) => {
      const budget = budgetOf(request);
      const who =
        budget === 'credentials'
          ? networkOf(request.ip)
          : (request.viewer.person?.id ?? networkOf(request.ip));
      return `${budget} ${who}`;
    },
  });
}

export const rateLimits = fp(plugin, { name: 'rate-limits', dependencies: ['session'] });
