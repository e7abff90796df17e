import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const features = readdirSync(`${root}apps/api/src/features`);

// A feature may call another's service and read its pure parts, never its repository.
const featureZones = features.flatMap((own) =>
  features
    .filter(
      (other) => other !== own && existsSync(`${root}apps/api/src/features/${other}/repository.ts`),
    )
    .map((other) => ({
      target: `./apps/api/src/features/${own}`,
      from: `./apps/api/src/features/${other}/repository.ts`,
      message: `Rows of ${other} belong to its service: call that, or move the query there.`,
    })),
);

const effects = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Packages have no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Packages have no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Packages have no randomness: take it as an argument.',
  },
];

const packageImports = (allowed, message) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^(node:|@glossator/(?!(${allowed})(/|$)))`, message }] },
  ],
});

const environmentRule = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'The environment is read in the config module alone: take the value from there.',
    },
  ],
};

export default ts.config(
  {
    ignores: [
      '**/build/**',
      '!packages/document/build/**',
      '**/.svelte-kit/**',
      '**/.data/**',
      'apps/web/src/lib/paraglide/**',
      'apps/web/project.inlang/**',
      'packages/document/works/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Fastify's plugins are asynchronous by shape, whether they wait or not.
      '@typescript-eslint/require-await': 'off',
      // Spreading a string gives code points, which is what our offsets count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...environmentRule,
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'packages/document/seed/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...effects] },
  },
  {
    files: ['packages/document/src/**/*.ts', 'packages/domain/src/**/*.ts'],
    rules: packageImports('nothing', 'This package imports nothing of ours and does no I/O.'),
  },
  {
    files: ['packages/contract/src/**/*.ts'],
    rules: packageImports(
      'document|domain',
      'The contract knows document and domain alone, and does no I/O.',
    ),
  },
  {
    files: ['apps/web/**/*.{ts,svelte}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@glossator/(api|standalone|bench)',
              message:
                'The web app speaks to the API over HTTP: use the types of @glossator/contract.',
            },
            {
              regex: '^@glossator/domain/bibliography',
              message: 'Bibliographies are read by the API: the library is too heavy for a page.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    rules: {
      'import-x/no-cycle': ['error', { maxDepth: 8 }],
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: featureZones }],
    },
  },
  {
    files: ['apps/api/src/features/**/routes.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '/db/', message: 'Routes know services; SQL lives in the repository.' },
            {
              regex: '^drizzle-orm',
              message: 'Routes know services; SQL lives in the repository.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      '.config/**',
      '**/config.ts',
      '**/environment.ts',
      '**/env.ts',
      'apps/standalone/src/check/**',
      '**/e2e/**',
      '**/test/**',
      'apps/bench/**',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/test/**', '**/e2e/**', '**/*.test.ts'],
    rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, projectService: false },
    },
    // Addresses are built by functions that know the parameters; see lib/addresses.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.config.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
