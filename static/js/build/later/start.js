// What fills the form from elsewhere, for who does not begin with nothing.

export { Arrivals } from "../arrive.js";
export { Start } from "../start.js";
