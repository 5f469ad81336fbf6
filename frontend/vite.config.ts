import { defineConfig } from "vitest/config";

/* One entry a page. The manifest tells the web front which files a page needs. */
export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/cityrel/web/static/dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    license: { fileName: "licences.md" },
    modulePreload: { polyfill: false },
    target: "es2022",
    assetsInlineLimit: 0,
    rolldownOptions: { input: { sparql: "src/sparql/main.ts" } },
  },
  test: { environment: "happy-dom", isolate: false, include: ["src/**/*.test.ts"] },
});
