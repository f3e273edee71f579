export { all as pets } from "./all.js";
