// Wires each module to its roots. The pages are whole without it.
import { CitationPreview } from "./tools/citation-preview.mjs";
import { CopyLink, copyHeadings } from "./tools/copy-link.mjs";
import { Filter } from "./tools/filter.mjs";
import { PrintButton } from "./tools/print-button.mjs";
import { openMenuByKeyboard } from "./tools/menu-button.mjs";
import { Search } from "./tools/search.mjs";
import { nameSearchDialog } from "./tools/search-dialog.mjs";
import { ShareLink } from "./tools/share-link.mjs";
import { startTool } from "./tools/start-tool.mjs";

const modules = { "copy-link": CopyLink, filter: Filter, "print-button": PrintButton, "share-link": ShareLink };

for (const root of document.querySelectorAll("[data-module]")) {
  const Module = modules[root.dataset.module];
  if (Module) new Module(root);
}
for (const root of document.querySelectorAll("[data-tool]")) startTool(root);
for (const link of document.querySelectorAll(".ias-cite__link")) new CitationPreview(link);
copyHeadings(document);
nameSearchDialog(document);
if (window.iasSearch) new Search(document, window.iasSearch);
openMenuByKeyboard(document);
