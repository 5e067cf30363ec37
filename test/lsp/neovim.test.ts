import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folder, node, write } from '../support/command-line.js';

const { status } = spawnSync('nvim', ['--version']);
if (status !== 0) console.warn('Neovim is not installed, so nothing is tried in it. On Debian: apt-get install --no-install-recommends neovim');

// Opens a draft, waits for its diagnostics, applies the first safe fix and saves. Works from Neovim 0.7 on.
const script = `
vim.cmd('edit draft.md')
local client = vim.lsp.start_client({ name = 'liaison', cmd = { ${JSON.stringify(node)}, ${JSON.stringify(cli)}, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
local seen = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local result = { seen = seen, diagnostics = {}, actions = {} }
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  table.insert(result.diagnostics, { line = diagnostic.lnum, column = diagnostic.col, source = diagnostic.source, message = diagnostic.message })
end
vim.api.nvim_win_set_cursor(0, { 1, 6 })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 60000) or {}) do
  for _, action in ipairs(answer.result or {}) do table.insert(result.actions, action.title) end
  vim.lsp.util.apply_workspace_edit(answer.result[1].edit, 'utf-16')
end
vim.cmd('write')
result.cleared = vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end, 50)
local file = io.open('result.json', 'w')
file:write(vim.json and vim.json.encode(result) or vim.fn.json_encode(result))
file:close()
vim.lsp.stop_client(client)
vim.cmd('qall!')
`;

it.skipIf(status !== 0)(
  'Neovim shows what is found in a draft, and applies a fix',
  async () => {
    const draft = await write('draft.md', 'They utilised it.\n');
    await write('liaison.yml', 'glossaries: [plain-words]\n');
    const file = await write('try.lua', script);
    const ended = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${file}`], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
    expect(ended.stderr).not.toMatch(/Error/);
    const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
    expect(result).toEqual({
      seen: true,
      diagnostics: [
        {
          line: 0,
          column: 5,
          source: 'Liaison',
          message: expect.stringContaining('utilise'),
        },
      ],
      actions: expect.arrayContaining(['Use “used”', 'Ignore “jargon” here, with a reason']),
      cleared: true,
    });
    expect(readFileSync(draft, 'utf8')).toBe('They used it.\n');
  },
  120_000,
);
