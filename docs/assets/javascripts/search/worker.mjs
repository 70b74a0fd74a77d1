/**
 * The search worker. It speaks the four messages of Material 9.8.1's own worker, so that the theme's
 * search box needs no change: SETUP 0 (here with the address of our index), READY 1, QUERY 2, RESULT 3.
 */
import { Engine } from "./engine.mjs";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
let engine;

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    const answer = await fetch(data.index);
    if (!answer.ok) throw new Error(`${data.index}: ${answer.status}`);
    engine = new Engine(await answer.json());
    postMessage({ type: READY });
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: engine.query(data) });
  }
});
// A promise that fails must reach the page as an error, so that the stock worker can take over.
addEventListener("unhandledrejection", ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});
