// Asks every parser of the browser's modules with odd inputs, and says as JSON how often what became of
// them and what was wrong: `node tests/js/soak/inputs.js COUNT SEED`.

import { asked } from "./asked.js";

const [count, seed] = process.argv.slice(2);
console.log(JSON.stringify(await asked(Number(count), seed)));
