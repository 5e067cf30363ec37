import { strToU8, zipSync } from "fflate";
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";

const patience = 20_000;

/** Asks again until the answer is accepted: servers start, and providers answer nothing until then. */
async function eventually<Value>(what: string, ask: () => Value | Thenable<Value>, accepts: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (accepts(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: waited in vain, last seen ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function place(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  return Uri.joinPath(folder.uri, ...path.split("/"));
}

async function write(path: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(place(path), new TextEncoder().encode(text));
  return place(path);
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(place(path)));
}

async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(place(path));
  await window.showTextDocument(document);
  return document;
}

function ours(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === "Liaison");
}

function marks(document: TextDocument): string[] {
  return ours(document).map(({ code, range }) => `${typeof code === "object" ? code.value : code}: ${document.getText(range)}`);
}

function find(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

async function actionsAt(document: TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
  return (await commands.executeCommand<CodeAction[] | undefined>("vscode.executeCodeActionProvider", document.uri, range, kind)) ?? [];
}

function expectEqual(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** A deck of one slide with a title and a text box. */
function makeDeck(title: string, text: string): Uint8Array {
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const shape = (id: number, name: string, properties: string, words: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr>${properties}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const namespaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${office}"`;
  const relations = (type: string, target: string): Uint8Array =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`,
    );
  return zipSync({
    "[Content_Types].xml": xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    "_rels/.rels": relations("officeDocument", "ppt/presentation.xml"),
    "ppt/presentation.xml": xml(`<p:presentation ${namespaces}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`),
    "ppt/_rels/presentation.xml.rels": relations("slide", "slides/slide1.xml"),
    "ppt/slides/slide1.xml": xml(
      `<p:sld ${namespaces}><p:cSld><p:spTree>${shape(2, "Title 1", '<p:ph type="title"/>', title)}${shape(3, "Text Box 2", "", text)}</p:spTree></p:cSld></p:sld>`,
    ),
  });
}

describe("Liaison in VS Code", () => {
  it("marks jargon when a message opens", async () => {
    const document = await open("announcements/portal.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.includes("jargon: utilise"),
    );
  });

  it("marks a message that names no goal", async () => {
    const document = await open("announcements/portal.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.some((mark) => mark.startsWith("goal-missing")),
    );
  });

  it("replaces a word by its quick fix", async () => {
    await write("fix.md", "They utilised it.\n");
    const document = await open("fix.md");
    const actions = await eventually(
      "quick fixes",
      () => actionsAt(document, find(document, "utilised"), "quickfix"),
      (found) => found.some(({ title }) => title === "Use “used”"),
    );
    const edit = actions.find(({ title }) => title === "Use “used”")?.edit;
    await workspace.applyEdit(edit ?? new WorkspaceEdit());
    expectEqual(document.getText(), "They used it.\n");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.length === 0,
    );
  });

  it("fixes all that is safe to fix at once", async () => {
    await write("fix-all.md", "We utilise it, and `utilise` stays.\n\nThey **utilised** it.\n");
    const document = await open("fix-all.md");
    const whole = new Range(new Position(0, 0), document.positionAt(document.getText().length));
    const [action] = await eventually(
      "the source action",
      () => actionsAt(document, whole, "source.fixAll.liaison"),
      (found) => found.length > 0,
    );
    await workspace.applyEdit(action?.edit ?? new WorkspaceEdit());
    expectEqual(document.getText(), "We use it, and `utilise` stays.\n\nThey **used** it.\n");
  });

  it("fixes on save when asked to", async () => {
    await write("on-save.md", "We utilise it.\n");
    const settings = workspace.getConfiguration("editor", place("on-save.md"));
    await settings.update("codeActionsOnSave", { "source.fixAll.liaison": "explicit" }, ConfigurationTarget.Workspace);
    const document = await open("on-save.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.length > 0,
    );
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), "The end.\n");
    await workspace.applyEdit(edit);
    await document.save();
    await settings.update("codeActionsOnSave", undefined, ConfigurationTarget.Workspace);
    expectEqual(await read("on-save.md"), "We use it.\nThe end.\n");
  });

  it("tells in a hover what a term means", async () => {
    await write("hover.md", "Sign in with SSO.\n");
    const document = await open("hover.md");
    const texts = await eventually(
      "the hover",
      async () => {
        const hovers = (await commands.executeCommand<Hover[] | undefined>("vscode.executeHoverProvider", document.uri, find(document, "SSO").start)) ?? [];
        return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)));
      },
      (found) => found.some((text) => text.includes("single sign-on")),
    );
    expectEqual(
      texts.some((text) => text.includes("one password")),
      true,
    );
  });

  it("flags a new house term as soon as the glossary is saved", async () => {
    await write("house.md", "We defenestrated it.\n");
    const document = await open("house.md");
    const glossary = await read("glossaries/house.yml");
    await write("glossaries/house.yml", `${glossary}  - term: defenestrate\n    partOfSpeech: verb\n    replacements: [throw out]\n`);
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.includes("jargon: defenestrated"),
    );
  });

  it("shows a mistake in liaison.yml where it stands, and goes on", async () => {
    const config = await read("liaison.yml");
    await write("liaison.yml", `${config}rules:\n  jargn: off\n`);
    const document = await open("liaison.yml");
    await eventually(
      "diagnostics",
      () => ours(document).map(({ message }) => message),
      (found) => found.includes("There is no rule “jargn”. Did you mean “jargon”?"),
    );
    const message = await open("announcements/portal.md");
    await eventually(
      "diagnostics",
      () => marks(message),
      (found) => found.includes("jargon: utilise"),
    );
    await write("liaison.yml", config);
  });

  it("shows what does not hold in a glossary, its examples too", async () => {
    const glossary = await read("glossaries/house.yml");
    const entry = '  - term: gadgetise\n    partOfSpeech: verb\n    replacements: [utilise]\n    examples:\n      flags: ["Gadgets are here."]\n';
    await write("glossaries/house.yml", `${glossary}${entry}`);
    const document = await open("glossaries/house.yml");
    await eventually(
      "diagnostics",
      () => ours(document).map(({ code }) => String(code)),
      (found) => found.includes("failed-example") && found.includes("flagged-replacement"),
    );
    await write("glossaries/house.yml", glossary);
  });

  it("knows which words readers rarely meet", async () => {
    await write("rare.md", "The reentrant job is ready.\n");
    const document = await open("rare.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.includes("unlisted-jargon: reentrant"),
    );
  });

  it("keeps quiet in files that are no messages", async () => {
    await write("code.ts", "// We utilise it.\n");
    const code = await open("code.ts");
    await write("after.md", "We utilise it.\n");
    const message = await open("after.md");
    await eventually(
      "diagnostics",
      () => marks(message),
      (found) => found.length > 0,
    );
    expectEqual(marks(code), []);
  });

  it("obeys its settings at once", async () => {
    await write("settings.md", "We utilise it.\n");
    const document = await open("settings.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.length > 0,
    );
    const settings = workspace.getConfiguration("liaison", document.uri);
    await settings.update("rules.jargon", "off", ConfigurationTarget.Workspace);
    await eventually(
      "silence",
      () => marks(document),
      (found) => found.length === 0,
    );
    await settings.update("rules.jargon", undefined, ConfigurationTarget.Workspace);
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.length > 0,
    );
  });

  it("survives a message that is deleted while it is open", async () => {
    await write("deleted.md", "We utilise it.\n");
    const document = await open("deleted.md");
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => found.length > 0,
    );
    await workspace.fs.delete(place("deleted.md"));
    await write("next.md", "We utilise it.\n");
    const next = await open("next.md");
    await eventually(
      "diagnostics",
      () => marks(next),
      (found) => found.length > 0,
    );
    expectEqual(document.getText(), "We utilise it.\n");
  });

  it("opens a deck as text that cannot be edited, with its findings and their places", async () => {
    await workspace.fs.writeFile(place("decks/portal.pptx"), makeDeck("The new portal", "We utilise it every day."));
    await commands.executeCommand("vscode.open", place("decks/portal.pptx"));
    const shown = (): TextDocument | undefined => window.activeTextEditor?.document;
    await eventually(
      "the text view",
      () => shown()?.uri.scheme,
      (scheme) => scheme === "liaison-text",
    );
    const document = shown();
    if (document === undefined) throw new Error("no text view");
    expectEqual(document.getText().includes("We utilise it every day."), true);
    await eventually(
      "diagnostics",
      () => ours(document).map(({ message, range }) => `${document.getText(range)}: ${message}`),
      (found) => found.some((text) => text.startsWith("utilise: ") && text.endsWith("(slide 1, Text Box 2)")),
    );
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    expectEqual(tabs.filter((label) => label.startsWith("portal.pptx")).length, 1);
    await workspace.fs.writeFile(place("decks/portal.pptx"), makeDeck("The new portal", "We use it every day."));
    await eventually(
      "the text of the changed deck",
      () => document.getText(),
      (text) => text.includes("We use it every day."),
    );
    await eventually(
      "diagnostics",
      () => marks(document),
      (found) => !found.includes("jargon: utilise"),
    );
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await workspace.fs.delete(place("decks/portal.pptx"));
  });
});
