// Stands in front of VS Code's server and hands out the extension over http, so that the workbench loads it as a web
// extension, in a worker. What the workbench is told sits in an attribute of its page, and that is all we change.

import { readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { extname, join, normalize } from "node:path";

const types = { ".js": "text/javascript", ".json": "application/json" };
const prefix = "/liaison-extension/";
const configuration = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;

const escapeAttribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const unescapeAttribute = (text) =>
  text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** `tests` is the path of the suite below the extension's folder, without its ending. */
export async function startWebProxy(target, { extension, tests }) {
  const { port } = new URL(target);

  const serveFile = async (path, response) => {
    try {
      const content = await readFile(join(extension, normalize(decodeURIComponent(path))));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain" });
      response.end(content);
    } catch {
      response.writeHead(404);
      response.end();
    }
  };

  const addExtension = (html, authority) =>
    html.replace(configuration, (_, before, settings) => {
      const at = (path) => ({ scheme: "http", authority, path });
      const options = JSON.parse(unescapeAttribute(settings));
      options.developmentOptions = { ...options.developmentOptions, extensions: [at(prefix.slice(0, -1))], extensionTestsPath: at(prefix + tests) };
      return before + escapeAttribute(JSON.stringify(options));
    });

  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url, "http://127.0.0.1");
    if (pathname.startsWith(prefix)) return void serveFile(pathname.slice(prefix.length), response);
    const isPage = pathname === "/";
    const headers = { ...incoming.headers };
    if (isPage) for (const name of ["accept-encoding", "if-none-match"]) delete headers[name];
    const outgoing = request({ host: "127.0.0.1", port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      if (!isPage || answer.statusCode !== 200) {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      let html = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        html += chunk;
      });
      answer.on("end", () => {
        const { "content-length": _length, etag: _etag, ...rest } = answer.headers;
        response.writeHead(200, rest);
        response.end(addExtension(html, incoming.headers.host));
      });
    });
    outgoing.on("error", () => response.destroy());
    incoming.pipe(outgoing);
  });

  // WebSockets pass through as they are.
  server.on("upgrade", (incoming, socket, head) => {
    const upstream = connect(Number(port), "127.0.0.1", () => {
      const headers = incoming.rawHeaders.map((text, index) => (index % 2 === 0 ? `\r\n${text}: ` : text)).join("");
      upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1${headers}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });

  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
