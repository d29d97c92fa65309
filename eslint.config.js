import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The rooms of the server, in reading order.
 * A room may import itself and what its line names: rooms above it, and packages.
 */
const rooms = {
  text: [],
  syntax: ['text', 'yaml'],
  schema: ['text', 'syntax', 'schemas', 'ajv'],
  model: ['text', 'syntax', 'schema'],
  project: ['text', 'syntax', 'schema', 'model', 'picomatch'],
  rules: ['text', 'syntax', 'schema', 'model', 'project'],
  workspace: ['text', 'syntax', 'schema', 'model', 'project', 'rules'],
  plan: ['text', 'syntax', 'model', 'project', 'workspace'],
  preview: ['plan', 'preact', 'preact-render-to-string'],
  features: [
    ...['text', 'syntax', 'schema', 'model', 'project', 'rules', 'workspace', 'plan', 'protocol\\.ts'],
    'vscode-languageserver-protocol',
  ],
  lsp: ['text', 'workspace', 'features', 'protocol\\.ts', 'vscode-languageserver'],
  cli: ['text', 'syntax', 'schema', 'rules', 'project', 'workspace', 'plan', 'preview', 'node:'],
};

/** A wall around the files of a room: through it go `own` paths and the room's doors. */
function wall(folder, files, doors, own, table) {
  const open = doors.map((it) => (it.endsWith(':') || it.endsWith('.ts') ? it : `${it}(/|$)`)).join('|') || '$.';
  const regex = `^(?!${own}|(\\.\\./)+(${open})|(${open})).`;
  const message = `'${folder}' may import ${doors.join(', ') || 'nothing'}. The table ${table} is in eslint.config.js.`;
  return {
    files: [`${folder}/${files}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'The wall does not see import().' }],
    },
  };
}

const walls = [
  ...Object.entries(rooms).map(([room, doors]) => wall(`server/src/${room}`, '**/*.{ts,tsx}', doors, '\\./', 'rooms')),
  // A rule sees what the room shares, and never another rule.
  wall('server/src/rules', '*/*.ts', rooms.rules, '\\.\\./(?!index\\.)[a-z-]+\\.ts$|\\./words/', 'rooms'),
  wall(
    'client/src',
    '*.ts',
    ['vscode', 'vscode-languageclient', 'node:', 'server/src/(protocol\\.ts|plan|preview)'],
    '\\./',
    'walls',
  ),
  wall('client/src/panel', '*.{ts,tsx}', ['preact', 'server/src/(protocol\\.ts|plan|preview)'], '\\.\\.?/', 'walls'),
];

export default tseslint.config(
  { ignores: ['dist', '.cache', 'node_modules', '**/*.mjs'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Counts each ?. and ?? as a branch, of which reading drafts has many.
      complexity: ['error', 15],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['server/src/model/language.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Tables of examples are long and read quickly.
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  ...walls,
);
