// Serves one built site on a free port of 127.0.0.1, as any plain web host would: folders answer with their index.html, missing
// addresses with the status 404 and the nearest 404.html above them, as hosts do that know more than one. It compresses where the
// browser asks for it, as every public host does.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".ttl": "text/turtle; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
};

/** Starts to serve `folder`; answers its origin without a closing slash, and how to stop. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" });
      response.end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

async function answer(folder, request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const path = normalize(decodeURIComponent(pathname));
  const found = path.includes("\0") ? null : await contents(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const body = found ?? (await missing(folder, path)) ?? Buffer.from("not found");
  const type = found ? (TYPES[extname(path)] ?? (path.endsWith("/") ? TYPES[".html"] : "application/octet-stream")) : TYPES[".html"];
  const headers = { "content-type": type, "cache-control": "no-cache" };
  if (/gzip/.test(request.headers["accept-encoding"] ?? "") && !/^image\/(png|x-icon)/.test(type)) {
    const packed = gzipSync(body);
    response.writeHead(found ? 200 : 404, { ...headers, "content-encoding": "gzip", "content-length": packed.length });
    response.end(packed);
  } else {
    response.writeHead(found ? 200 : 404, { ...headers, "content-length": body.length });
    response.end(body);
  }
}

async function missing(folder, path) {
  const above = dirname(path);
  return (await contents(join(folder, above, "404.html"))) ?? (above === path ? null : missing(folder, above));
}

async function contents(file) {
  try {
    return await readFile(file);
  } catch (error) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes(error.code)) return null;
    throw error;
  }
}
