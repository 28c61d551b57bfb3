// Publishing and what follows on it, for who comes as far: most of composing goes without.

export { Publisher } from "../publish.js";
