import { Problem } from '@glossator/contract';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

async function plugin(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    const schema = route.schema;
    if (schema?.hide === true || route.method === 'HEAD') return;
    // The schema drops what a handler forgot to hide: without one nothing may leave.
    if (schema?.response === undefined)
      throw new Error(`${String(route.method)} ${route.url} has no response schema`);
    schema.response = { ...schema.response, '4xx': Problem, '5xx': Problem };
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Glossator',
        version: '1',
        description:
          'Works, their clauses and what is said about them. Bodies are JSON and closed: an unknown field is refused. Refusals are RFC 9457 problem details with a stable `code`. Lists are paged by an opaque cursor.',
      },
      tags: [
        { name: 'texts', description: 'Works, editions and clauses' },
        {
          name: 'editing texts',
          description: 'How versions of editions are prepared and released',
        },
        { name: 'own texts', description: 'Texts that people bring, and how they become public' },
        { name: 'annotations', description: 'Threads, notes, replies' },
        { name: 'commentaries', description: 'Publications on a text, as they are written' },
        { name: 'review', description: 'How a commentary is reviewed, and what editors decide' },
        { name: 'citations', description: 'How texts, publications and notes are cited' },
        { name: 'classes', description: 'People who read a text together, and how they come in' },
        { name: 'assignments', description: 'What a class is set, and how far each student is' },
        {
          name: 'grading',
          description: 'What students get, how it was counted, and how it is told',
        },
        { name: 'drafts', description: 'What one is writing' },
        { name: 'following', description: 'What one follows, and notices of new notes' },
        { name: 'exchange', description: 'Notes in from other programs, and out as files' },
        { name: 'w3c', description: 'Public notes by the Web Annotation Protocol' },
        { name: 'search', description: 'Texts and notes, under the reader’s rights' },
        { name: 'ledger', description: 'What was decided about notes and people, without names' },
        { name: 'live', description: 'What changes while one reads' },
        { name: 'accounts', description: 'People, sessions and what is stored about them' },
        { name: 'moderation', description: 'For those who keep public notes in order' },
        { name: 'administration', description: 'For administrators' },
        { name: 'health', description: 'For those who run it' },
      ],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
          token: { type: 'http', scheme: 'bearer', description: 'A personal access token' },
        },
      },
    },
  });
}

export const openapi = fp(plugin, { name: 'openapi' });
