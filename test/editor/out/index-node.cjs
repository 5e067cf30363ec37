"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// suite/liaison.test.ts
var liaison_test_exports = {};
async function eventually(what, ask, accepts) {
  const deadline = Date.now() + patience;
  for (; ; ) {
    const value = await ask();
    if (accepts(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: waited in vain, last seen ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
function place(path) {
  const [folder] = import_vscode.workspace.workspaceFolders ?? [];
  if (folder === void 0) throw new Error("no folder is open");
  return import_vscode.Uri.joinPath(folder.uri, ...path.split("/"));
}
async function write(path, text) {
  await import_vscode.workspace.fs.writeFile(place(path), new TextEncoder().encode(text));
  return place(path);
}
async function read(path) {
  return new TextDecoder().decode(await import_vscode.workspace.fs.readFile(place(path)));
}
async function open(path) {
  const document = await import_vscode.workspace.openTextDocument(place(path));
  await import_vscode.window.showTextDocument(document);
  return document;
}
function ours(document) {
  return import_vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "Liaison");
}
function marks(document) {
  return ours(document).map(({ code, range }) => `${typeof code === "object" ? code.value : code}: ${document.getText(range)}`);
}
function find(document, text) {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`\u201C${text}\u201D is not in ${document.uri.path}`);
  return new import_vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}
async function actionsAt(document, range, kind) {
  return await import_vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, kind) ?? [];
}
function expectEqual(actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}
var import_vscode, patience;
var init_liaison_test = __esm({
  "suite/liaison.test.ts"() {
    "use strict";
    import_vscode = require("vscode");
    patience = 2e4;
    describe("Liaison in VS Code", () => {
      it("marks jargon when a message opens", async () => {
        const document = await open("announcements/portal.md");
        await eventually("diagnostics", () => marks(document), (found) => found.includes("jargon: utilise"));
      });
      it("marks a message that names no goal", async () => {
        const document = await open("announcements/portal.md");
        await eventually("diagnostics", () => marks(document), (found) => found.some((mark) => mark.startsWith("goal-missing")));
      });
      it("replaces a word by its quick fix", async () => {
        await write("fix.md", "They utilised it.\n");
        const document = await open("fix.md");
        const actions = await eventually("quick fixes", () => actionsAt(document, find(document, "utilised"), "quickfix"), (found) => found.some(({ title }) => title === "Use \u201Cused\u201D"));
        const edit = actions.find(({ title }) => title === "Use \u201Cused\u201D")?.edit;
        await import_vscode.workspace.applyEdit(edit ?? new import_vscode.WorkspaceEdit());
        expectEqual(document.getText(), "They used it.\n");
        await eventually("diagnostics", () => marks(document), (found) => found.length === 0);
      });
      it("fixes all that is safe to fix at once", async () => {
        await write("fix-all.md", "We utilise it, and `utilise` stays.\n\nThey **utilised** it.\n");
        const document = await open("fix-all.md");
        const whole = new import_vscode.Range(new import_vscode.Position(0, 0), document.positionAt(document.getText().length));
        const [action] = await eventually("the source action", () => actionsAt(document, whole, "source.fixAll.liaison"), (found) => found.length > 0);
        await import_vscode.workspace.applyEdit(action?.edit ?? new import_vscode.WorkspaceEdit());
        expectEqual(document.getText(), "We use it, and `utilise` stays.\n\nThey **used** it.\n");
      });
      it("fixes on save when asked to", async () => {
        await write("on-save.md", "We utilise it.\n");
        const settings = import_vscode.workspace.getConfiguration("editor", place("on-save.md"));
        await settings.update("codeActionsOnSave", { "source.fixAll.liaison": "explicit" }, import_vscode.ConfigurationTarget.Workspace);
        const document = await open("on-save.md");
        await eventually("diagnostics", () => marks(document), (found) => found.length > 0);
        const edit = new import_vscode.WorkspaceEdit();
        edit.insert(document.uri, document.positionAt(document.getText().length), "The end.\n");
        await import_vscode.workspace.applyEdit(edit);
        await document.save();
        await settings.update("codeActionsOnSave", void 0, import_vscode.ConfigurationTarget.Workspace);
        expectEqual(await read("on-save.md"), "We use it.\nThe end.\n");
      });
      it("tells in a hover what a term means", async () => {
        await write("hover.md", "Sign in with SSO.\n");
        const document = await open("hover.md");
        const texts = await eventually(
          "the hover",
          async () => {
            const hovers = await import_vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, find(document, "SSO").start) ?? [];
            return hovers.flatMap(({ contents }) => contents.map((content) => typeof content === "string" ? content : content.value));
          },
          (found) => found.some((text) => text.includes("single sign-on"))
        );
        expectEqual(texts.some((text) => text.includes("one password")), true);
      });
      it("flags a new house term as soon as the glossary is saved", async () => {
        await write("house.md", "We defenestrated it.\n");
        const document = await open("house.md");
        const glossary = await read("glossaries/house.yml");
        await write("glossaries/house.yml", `${glossary}  - term: defenestrate
    partOfSpeech: verb
    replacements: [throw out]
`);
        await eventually("diagnostics", () => marks(document), (found) => found.includes("jargon: defenestrated"));
      });
      it("shows a mistake in liaison.yml where it stands, and goes on", async () => {
        const config = await read("liaison.yml");
        await write("liaison.yml", `${config}rules:
  jargn: off
`);
        const document = await open("liaison.yml");
        await eventually("diagnostics", () => ours(document).map(({ message: message2 }) => message2), (found) => found.includes("There is no rule \u201Cjargn\u201D. Did you mean \u201Cjargon\u201D?"));
        const message = await open("announcements/portal.md");
        await eventually("diagnostics", () => marks(message), (found) => found.includes("jargon: utilise"));
        await write("liaison.yml", config);
      });
      it("keeps quiet in files that are no messages", async () => {
        await write("code.ts", "// We utilise it.\n");
        const code = await open("code.ts");
        await write("after.md", "We utilise it.\n");
        const message = await open("after.md");
        await eventually("diagnostics", () => marks(message), (found) => found.length > 0);
        expectEqual(marks(code), []);
      });
      it("obeys its settings at once", async () => {
        await write("settings.md", "We utilise it.\n");
        const document = await open("settings.md");
        await eventually("diagnostics", () => marks(document), (found) => found.length > 0);
        const settings = import_vscode.workspace.getConfiguration("liaison", document.uri);
        await settings.update("rules.jargon", "off", import_vscode.ConfigurationTarget.Workspace);
        await eventually("silence", () => marks(document), (found) => found.length === 0);
        await settings.update("rules.jargon", void 0, import_vscode.ConfigurationTarget.Workspace);
        await eventually("diagnostics", () => marks(document), (found) => found.length > 0);
      });
      it("survives a message that is deleted while it is open", async () => {
        await write("deleted.md", "We utilise it.\n");
        const document = await open("deleted.md");
        await eventually("diagnostics", () => marks(document), (found) => found.length > 0);
        await import_vscode.workspace.fs.delete(place("deleted.md"));
        await write("next.md", "We utilise it.\n");
        const next = await open("next.md");
        await eventually("diagnostics", () => marks(next), (found) => found.length > 0);
        expectEqual(document.getText(), "We utilise it.\n");
      });
    });
  }
});

// suite/index-node.ts
var index_node_exports = {};
__export(index_node_exports, {
  run: () => run
});
module.exports = __toCommonJS(index_node_exports);
var import_mocha = __toESM(require("mocha"), 1);

// suite/report.ts
function reportRun(start) {
  return new Promise((resolve, reject) => {
    const failures = [];
    let passes = 0;
    const runner = start((failed) => {
      console.log(`LIAISON_RESULTS ${JSON.stringify({ stats: { passes, failures: failed }, failures })}`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} tests failed`));
    });
    runner.on("pass", (test) => {
      passes++;
      console.log(`[suite] \u2713 ${test.fullTitle()}`);
    });
    runner.on("fail", (test, error) => {
      failures.push({ title: test.fullTitle(), message: error.message });
      console.log(`[suite] \u2717 ${test.fullTitle()}: ${error.message}`);
    });
  });
}

// suite/index-node.ts
async function run() {
  const mocha = new import_mocha.default({ ui: "bdd", timeout: 3e4, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await Promise.resolve().then(() => (init_liaison_test(), liaison_test_exports));
  await reportRun((done) => mocha.run(done));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  run
});
