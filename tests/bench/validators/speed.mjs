// `node speed.mjs NAME`: prints how long NAME.mjs takes to judge an answer, an order and a list of orders, in nanoseconds of processor time.
import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8");
const { isAnswer, isOrder } = await import(`./${process.argv[2]}.mjs`);
const [answer, order] = [read("answer"), read("order")];

// What is read from the wire is another object each time.
const copies = (text, count) => Array.from({ length: count }, () => JSON.parse(text));
const [answers, orders, list] = [copies(answer, 64), copies(order, 64), copies(order, 1000)];

const faulty = JSON.parse(order);
faulty.items[4].quantity = 0;
if (!isAnswer(answers[0]) || !isOrder(orders[0]) || isAnswer({}) || isOrder(faulty)) throw new Error("It says something else than the schema does.");

function least(judge, values, times) {
  let best = Infinity;
  for (let round = 0; round < 12; round++) {
    const start = process.cpuUsage();
    let count = 0;
    for (let time = 0; time < times; time++) if (judge(values[time % values.length])) count++;
    const { user, system } = process.cpuUsage(start);
    if (count !== times) throw new Error("A value was refused.");
    best = Math.min(best, ((user + system) * 1000) / times);
  }
  return best;
}

console.log(JSON.stringify({
  answer: least(isAnswer, answers, 300_000),
  order: least(isOrder, orders, 100_000),
  list: least((values) => values.every((value) => isOrder(value)), [list], 100),
}));
